package io.tongban.engine.deadline;

import java.util.function.Supplier;

/**
 * Until when a piece of work may go on, as its caller says, who has a clock.
 *
 * <p>Work that may be long looks at it again and again, at least before each assessment, and ends by itself; a thread is never
 * interrupted for it. It is looked at by several threads at once.
 */
@FunctionalInterface
public interface Deadline {

    /** Nobody waits. */
    Deadline NONE = () -> false;

    boolean isPassed();

    /**
     * Ends the work if the deadline is passed.
     *
     * @param at what is being worked on
     * @throws DeadlinePassed if it is
     */
    default void check(String at) {
        check(() -> at);
    }

    /**
     * The same where the words have to be put together.
     *
     * @param at what is being worked on
     * @throws DeadlinePassed if it is
     */
    default void check(Supplier<String> at) {
        if (isPassed()) {
            throw new DeadlinePassed(at.get());
        }
    }
}
