package io.tongban.permit.event;

import java.util.UUID;

/**
 * Where an event is in the feed.
 *
 * @param position by the transaction that wrote the event; of one position are all events of an act, and perhaps of several
 * @param seq of the event within its case
 */
public record FeedPosition(long position, UUID caseId, long seq) {

    private static final FeedPosition START = new FeedPosition(0, new UUID(0, 0), 0);

    /** Before the first event. */
    public static FeedPosition start() {
        return START;
    }

    boolean isStart() {
        return equals(START);
    }
}
