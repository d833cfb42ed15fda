package io.tongban.gateway.edge;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for every request.
 *
 * @param bodyLimit the largest request body, whether its length is announced or not
 * @param bodyRate how fast a body has to come, in bytes a second, once the grace is over; only time spent waiting for it counts
 * @param bodyGrace how long a body may come as slowly as it likes
 * @param answerRate how fast an answer has to be taken, as for a body
 * @param answerGrace how long an answer may be taken as slowly as the client likes
 * @param trustedProxies pattern of the addresses whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody's by
 *     default
 */
@Validated
@ConfigurationProperties("tongban.edge")
record EdgeProperties(
        @NotNull DataSize bodyLimit,
        @NotNull @DefaultValue("2KB") DataSize bodyRate,
        @NotNull @DefaultValue("10s") Duration bodyGrace,
        @NotNull @DefaultValue("2KB") DataSize answerRate,
        @NotNull @DefaultValue("10s") Duration answerGrace,
        @Nullable String trustedProxies) {}
