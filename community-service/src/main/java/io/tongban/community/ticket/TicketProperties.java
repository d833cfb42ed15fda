package io.tongban.community.ticket;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many tickets are given.
 *
 * @param mostOfAnApplicant how many tickets an applicant's account may take on one business day, at all windows together
 */
@Validated
@ConfigurationProperties("tongban.tickets")
record TicketProperties(@Min(1) @DefaultValue("10") int mostOfAnApplicant) {}
