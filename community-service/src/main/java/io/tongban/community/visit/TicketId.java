package io.tongban.community.visit;

import java.util.UUID;

/** The identity of a ticket. */
record TicketId(UUID value) {}
