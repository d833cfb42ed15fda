package io.tongban.permit.casefile.visitpass;

import io.tongban.platform.argument.HeaderArgument;
import io.tongban.platform.crypto.RemoteKeySets;
import io.tongban.platform.security.EndpointRules;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitPassProperties.class)
class VisitPassConfiguration {

    @Bean
    VisitPassVerifier visitPassVerifier(
            VisitPassProperties properties, RemoteKeySets keySets, KnownVisits visits, Clock systemClock) {
        return new VisitPassVerifier(keySets.forKnownCallers(properties.jwkSetUri()), visits, systemClock);
    }

    @Bean
    EndpointRules endedVisitsRules() {
        return requests -> requests.requestMatchers(HttpMethod.POST, EndedVisitsController.PATH)
                .hasAuthority("SCOPE_visits:end");
    }

    @Bean
    HeaderArgument<PresentedPass> presentedPass(VisitPassVerifier verifier) {
        return new HeaderArgument<>(
                PresentedPass.class,
                VisitPassVerifier.HEADER,
                "The pass of the visit during which a clerk asks; nobody else needs one.",
                List.of(VisitPassProblem.values()),
                text -> new PresentedPass(verifier, text));
    }
}
