package io.tongban.community.trip;

/** How a ticket ended. */
public enum TicketEnd {
    /** By its visit. */
    SERVED,
    /** Given back by whoever took it. */
    RETURNED,
    /** Called three times over five minutes, and nobody came. */
    NO_SHOW,
    HANDOVER
}
