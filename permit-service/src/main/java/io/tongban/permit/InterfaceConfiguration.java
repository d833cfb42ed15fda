package io.tongban.permit;

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
                "Tongban permit service",
                "Standards, assessments and cases.",
                Set.of(
                        "ROLE_api-consumer",
                        "ROLE_applicant",
                        "ROLE_auditor",
                        "ROLE_clerk",
                        "ROLE_reviewer",
                        "ROLE_standards-approver",
                        "ROLE_standards-editor",
                        "SCOPE_events:read",
                        "SCOPE_visits:end"));
    }
}
