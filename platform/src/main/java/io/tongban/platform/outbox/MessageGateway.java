package io.tongban.platform.outbox;

import java.util.UUID;

/** What takes messages and brings them to people. */
@FunctionalInterface
public interface MessageGateway {

    /**
     * Gives it a message; the same id again is the same message.
     *
     * @throws NotTaken if it did not take it, or nobody knows
     */
    void send(UUID id, String address, String text);

    /** The gateway did not take a message, or did not say that it did. */
    final class NotTaken extends RuntimeException {

        /** @param why in few words, nothing of the message */
        public NotTaken(String why) {
            super(why);
        }
    }
}
