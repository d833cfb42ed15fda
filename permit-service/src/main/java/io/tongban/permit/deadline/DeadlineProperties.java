package io.tongban.permit.deadline;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When due work is looked for.
 *
 * @param settleEvery interval on the system clock between two rounds of work that an applicant waits for
 * @param otherEvery the same of other due work
 */
@Validated
@ConfigurationProperties("tongban.deadline")
record DeadlineProperties(
        @NotNull @DefaultValue("PT20S") Duration settleEvery,
        @NotNull @DefaultValue("PT15M") Duration otherEvery) {}
