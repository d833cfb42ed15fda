package io.tongban.platform.correlation;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Says which traces are recorded, before Boot does. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class TracingAutoConfiguration {

    /** Boot's own setting, with Boot's own value where the defaults of the platform are not read. */
    static final String SHARE = "${management.tracing.sampling.probability:0.1}";

    @Bean
    @ConditionalOnMissingBean
    Sampler drawnTraces(@Value(SHARE) double share) {
        return DrawnTraces.of(share);
    }
}
