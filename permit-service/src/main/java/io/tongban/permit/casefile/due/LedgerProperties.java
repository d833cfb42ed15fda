package io.tongban.permit.casefile.due;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the ledgers of all cases are verified by themselves.
 *
 * @param casesPerRound how many cases are verified in a round of due work, so that it does not keep other work waiting
 * @param passEvery the time on the system clock from the beginning of one pass over all cases to that of the next
 */
@Validated
@ConfigurationProperties("tongban.ledger")
record LedgerProperties(
        @Min(1) @DefaultValue("500") int casesPerRound,
        @NotNull @DefaultValue("PT24H") Duration passEvery) {}
