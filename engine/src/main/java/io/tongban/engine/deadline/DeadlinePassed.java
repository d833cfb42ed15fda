package io.tongban.engine.deadline;

/** Work that was not done in time and was given up. */
public final class DeadlinePassed extends RuntimeException {

    private final String at;

    DeadlinePassed(String at) {
        super("it takes too long: given up at " + at);
        this.at = at;
    }

    /** What was being worked on. */
    public String at() {
        return at;
    }
}
