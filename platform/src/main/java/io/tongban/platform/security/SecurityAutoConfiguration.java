package io.tongban.platform.security;

import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.crypto.CryptoAutoConfiguration;
import io.tongban.platform.crypto.RemoteKeySets;
import io.tongban.platform.problem.ProblemAutoConfiguration;
import io.tongban.platform.problem.ProblemWriter;
import io.tongban.platform.request.ReadHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AuthorizationManagerWebInvocationPrivilegeEvaluator.HttpServletRequestTransformer;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.HandlerMapping;

/** Makes a stateless resource server in which everything is denied that no {@link EndpointRules} grants. */
@AutoConfiguration(
        before = {OAuth2ResourceServerAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class},
        after = {CryptoAutoConfiguration.class, ProblemAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(TokenProperties.class)
public class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(TokenProperties properties, RemoteKeySets keySets, DeploymentProperties deployment) {
        return Tokens.decoder(properties, keySets, deployment, Clock.systemUTC()); // issuers keep the real time
    }

    @Bean
    BearerTokenResolver bearerTokenResolver() {
        return new ShownToken();
    }

    /** Counters and times of whole calls say what is asked of them; those of each filter cost more than the filters. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /** As strict as Spring's own, which looks at plain ASCII with a regular expression each time that a header is read. */
    @Bean
    @ConditionalOnMissingBean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(
                name -> ReadHeaders.isReadable(name) || StrictHttpFirewall.ALLOWED_HEADER_NAMES.test(name));
        firewall.setAllowedHeaderValues(
                value -> ReadHeaders.isReadable(value) || StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(value));
        return firewall;
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            ProblemWriter writer,
            ObjectProvider<EndpointRules> rules,
            ObjectProvider<RefusedAddress> address) {
        ProblemAnswers answers = new ProblemAnswers(writer, address::getObject);
        JwtAuthenticationConverter callers = new JwtAuthenticationConverter();
        callers.setJwtGrantedAuthoritiesConverter(Tokens::authorities);
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie, so nothing to forge
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(callers))
                        .authenticationEntryPoint(answers)
                        .accessDeniedHandler(answers)
                        .withObjectPostProcessor(answering(answers)))
                .authorizeHttpRequests(requests -> {
                    // What was allowed on arrival is not asked again when its answer or its error is rendered.
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    // The management port is closed by the network: probes and scrapers have no token.
                    requests.requestMatchers(SecurityAutoConfiguration::onManagementPort)
                            .permitAll();
                    rules.orderedStream().forEach(rule -> rule.grant(requests));
                    requests.anyRequest().denyAll();
                })
                .build();
    }

    @Bean
    AskedRules askedRules(WebInvocationPrivilegeEvaluator rules, ObjectProvider<NamedAuthorities> named) {
        return new AskedRules(
                rules,
                named.stream()
                        .flatMap(service -> service.authorities().stream())
                        .collect(Collectors.toSet()));
    }

    @Bean
    RefusedAddress refusedAddress(
            @Qualifier("requestMappingHandlerMapping") HandlerMapping operations, AskedRules rules) {
        return new RefusedAddress(operations, rules);
    }

    /** Spring's own request for such questions does not say that it is one. */
    @Bean
    HttpServletRequestTransformer askedRequests() {
        PathPatternRequestTransformer paths = new PathPatternRequestTransformer();
        return request -> new HttpServletRequestWrapper(paths.transform(request)) {
            @Override
            public DispatcherType getDispatcherType() {
                return DispatcherType.REQUEST;
            }
        };
    }

    @Bean
    ReadHeaders headerOfCallers() {
        return ReadHeaders.of(HttpHeaders.AUTHORIZATION);
    }

    @Bean
    @ConditionalOnMissingBean
    CallerArgumentResolver callerArgumentResolver() {
        return new CallerArgumentResolver();
    }

    /** Never true when management shares the main port. */
    private static boolean onManagementPort(HttpServletRequest request) {
        WebApplicationContext context =
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
        return context != null && WebServerApplicationContext.hasServerNamespace(context, "management");
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(ProblemAnswers answers) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(answers);
                handler.setRethrowAuthenticationServiceException(false); // an unreachable issuer is a 503, not a 500
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }
}
