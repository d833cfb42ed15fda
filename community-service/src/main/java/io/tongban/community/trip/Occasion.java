package io.tongban.community.trip;

/** What can be a trip: a visit at a window, or a ticket that was taken for one. */
public sealed interface Occasion permits WindowVisit, TakenTicket {

    Arrival arrival();
}
