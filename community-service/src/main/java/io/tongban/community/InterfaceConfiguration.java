package io.tongban.community;

import io.tongban.platform.openapi.ApiDescription;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description at {@code /openapi} says of the interface as a whole. */
@Configuration(proxyBeanMethods = false)
class InterfaceConfiguration {

    @Bean
    ApiDescription description() {
        return new ApiDescription(
                "Tongban community service",
                "The network of windows, and the truth about visits.",
                Set.of("ROLE_applicant", "ROLE_clerk", "ROLE_device", "ROLE_supervisor", "ROLE_tier-admin"));
    }
}
