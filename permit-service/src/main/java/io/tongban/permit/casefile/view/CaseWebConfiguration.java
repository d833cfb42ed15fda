package io.tongban.permit.casefile.view;

import io.tongban.engine.library.StandardsLibrary;
import io.tongban.permit.casefile.Act;
import io.tongban.permit.casefile.ActorKind;
import io.tongban.platform.security.EndpointRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class CaseWebConfiguration {

    private static final String CASE = "/api/v1/cases/{id}";

    @Bean
    EndpointRules caseRules() {
        return requests -> {
            requests.requestMatchers(HttpMethod.POST, "/api/v1/assessments")
                    .hasAnyRole("applicant", "clerk", "api-consumer")
                    .requestMatchers(HttpMethod.POST, "/api/v1/cases")
                    .hasRole("clerk")
                    .requestMatchers(HttpMethod.GET, CASE + "/export")
                    .hasAnyRole("applicant", "reviewer", "auditor")
                    .requestMatchers(HttpMethod.GET, CASE, CASE + "/ledger", CASE + "/messages", CASE + "/statements")
                    .hasAnyRole("applicant", "clerk", "reviewer");
            for (Act act : Act.values()) {
                requests.requestMatchers(HttpMethod.POST, CASE + "/" + act.path())
                        .hasAnyRole(ActorKind.rolesOf(act).toArray(String[]::new));
            }
        };
    }

    @Bean
    Remedies remedies(StandardsLibrary library) {
        return Remedies.of(library.remedy());
    }
}
