package io.tongban.permit.event;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the feed is read.
 *
 * @param completeAfter how long after it said when it happened an act may begin to write; longer than a transaction may last, with what
 *     the clocks of two replicas may differ by
 * @param followEvery interval on the system clock between two rounds of the rooms here that follow the feed, in each of which a moment is
 *     noted
 */
@Validated
@ConfigurationProperties("tongban.events")
record EventProperties(
        @NotNull @DefaultValue("10s") Duration completeAfter,
        @NotNull @DefaultValue("1s") Duration followEvery) {}
