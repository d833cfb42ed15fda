package io.tongban.community.ticket;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many tickets an account may take on one business day, at all windows together.
 *
 * @param mostOfAnApplicant for themselves
 * @param mostOfAClerk for whoever comes to their window without an account
 * @param mostOfADevice a ticket machine, for whoever stands before it
 */
@Validated
@ConfigurationProperties("tongban.tickets")
record TicketProperties(
        @Min(1) @DefaultValue("10") int mostOfAnApplicant,
        @Min(1) @DefaultValue("200") int mostOfAClerk,
        @Min(1) @DefaultValue("2000") int mostOfADevice) {

    int mostOf(Taker taker) {
        return switch (taker) {
            case APPLICANT -> mostOfAnApplicant;
            case CLERK -> mostOfAClerk;
            case DEVICE -> mostOfADevice;
        };
    }
}
