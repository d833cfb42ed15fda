package io.tongban.permit.deadline;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When due work is looked for.
 *
 * @param settleEvery interval on the system clock between two rounds of due work
 */
@Validated
@ConfigurationProperties("tongban.deadline")
record DeadlineProperties(@NotNull @DefaultValue("PT15M") Duration settleEvery) {}
