package io.tongban.community.trip;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When somebody came, for what, and by whose ticket.
 *
 * @param at when the visit began or the ticket was taken, by the business clock
 * @param account the applicant's account that took the ticket; null without a ticket, and for one that a clerk or a ticket
 *     machine took, whose account stands for everybody
 */
public record Arrival(
        LocalDateTime at, String item, @Nullable String account) {}
