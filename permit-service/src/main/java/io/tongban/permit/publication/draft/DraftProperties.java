package io.tongban.permit.publication.draft;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the test of a draft may cost.
 *
 * @param testWithin how long its suites may run, all together
 * @param mostCases how many cases they may have, all together
 */
@Validated
@ConfigurationProperties("tongban.drafts")
record DraftProperties(
        @NotNull @DefaultValue("20s") Duration testWithin,
        @Min(1) @DefaultValue("5000") int mostCases) {}
