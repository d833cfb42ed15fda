package io.tongban.platform.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * What a service grants, as a bean; several are applied in their order, and what none of them grants is denied.
 *
 * <p>It must not end with {@code anyRequest()}: that is what the platform does, with a refusal.
 */
@FunctionalInterface
public interface EndpointRules {

    void grant(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
