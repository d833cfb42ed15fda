package io.tongban.community.ticket;

import java.util.UUID;

/** The identity of a ticket. */
public record TicketId(UUID value) {}
