package io.tongban.community.ticket;

import io.tongban.community.window.WindowId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * A place in the queue of a window.
 *
 * @param number counted for the window and the business day, from 1 without gaps
 * @param takenBy the account that took it
 * @param takenAt by the business clock
 * @param recordedAt by the system clock
 */
public record Ticket(
        TicketId id,
        WindowId window,
        LocalDate businessDay,
        int number,
        String item,
        String takenBy,
        ZonedDateTime takenAt,
        Instant recordedAt) {}
