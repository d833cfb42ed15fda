package io.tongban.community.ticket;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many tickets an account may take on one business day, at all windows together, and when one ends without a visit.
 *
 * @param mostOfAnApplicant for themselves
 * @param mostOfAClerk for whoever comes to their window without an account
 * @param mostOfADevice a ticket machine, for whoever stands before it
 * @param callsBeforeAbsent how often a ticket is called before its holder counts as absent
 * @param absentAfter the time that these calls must span
 * @param handoverOpenFor how long another window must stay open to take somebody over
 * @param lookEvery how long after a round the next one looks for tickets whose day has ended
 */
@Validated
@ConfigurationProperties("tongban.tickets")
record TicketProperties(
        @Min(1) @DefaultValue("10") int mostOfAnApplicant,
        @Min(1) @DefaultValue("200") int mostOfAClerk,
        @Min(1) @DefaultValue("2000") int mostOfADevice,
        @Min(1) @DefaultValue("3") int callsBeforeAbsent,
        @NotNull @DefaultValue("5m") Duration absentAfter,
        @NotNull @DefaultValue("30m") Duration handoverOpenFor,
        @NotNull @DefaultValue("1m") Duration lookEvery) {

    int mostOf(Taker taker) {
        return switch (taker) {
            case APPLICANT -> mostOfAnApplicant;
            case CLERK -> mostOfAClerk;
            case DEVICE -> mostOfADevice;
        };
    }
}
