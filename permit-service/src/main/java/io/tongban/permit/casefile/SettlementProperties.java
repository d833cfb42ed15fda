package io.tongban.permit.casefile;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How provisional cases settle.
 *
 * @param batchSize how many cases are read from the database at a time
 * @param silentSourceFor how long, on the system clock, a source that did not answer for a case is left alone
 */
@Validated
@ConfigurationProperties("tongban.settlement")
record SettlementProperties(
        @Min(1) @DefaultValue("50") int batchSize,
        @NotNull @DefaultValue("PT15M") Duration silentSourceFor) {}
