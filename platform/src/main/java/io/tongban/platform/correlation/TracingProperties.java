package io.tongban.platform.correlation;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many calls are traced.
 *
 * @param mostPerSecond how many in a second at the most: of the calls of callers that record their traces, and as many of calls
 *     without a trace, of which {@code management.tracing.sampling.probability} says the share
 */
@Validated
@ConfigurationProperties("tongban.tracing")
record TracingProperties(@Min(0) @DefaultValue("20") int mostPerSecond) {}
