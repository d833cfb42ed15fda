package io.tongban.gateway.edge;

import io.tongban.platform.problem.EveryAnswer;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        FilterRegistrationBean<SecurityHeaders> registration = new FilterRegistrationBean<>(new SecurityHeaders());
        registration.setOrder(SecurityHeaders.ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestRules> requestRules(EdgeProperties properties) {
        FilterRegistrationBean<RequestRules> registration = new FilterRegistrationBean<>(new RequestRules(
                properties.bodyLimit().toBytes(),
                () -> new Pace(properties.bodyRate().toBytes(), properties.bodyGrace(), System::nanoTime)));
        registration.setOrder(RequestRules.ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AnswerPace> answerPace(EdgeProperties properties) {
        FilterRegistrationBean<AnswerPace> registration = new FilterRegistrationBean<>(new AnswerPace(
                () -> new Pace(properties.answerRate().toBytes(), properties.answerGrace(), System::nanoTime)));
        registration.setOrder(AnswerPace.ORDER);
        return registration;
    }

    @Bean
    EveryAnswer securityHeadersOfTheContainer() {
        return SecurityHeaders::write;
    }

    /** Boot's own switch trusts every private address, which in a cluster is everybody. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(EdgeProperties properties) {
        return factory -> {
            String trusted = properties.trustedProxies();
            if (trusted == null || trusted.isBlank()) {
                return;
            }
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(trusted);
            valve.setRemoteIpHeader("X-Forwarded-For");
            valve.setProtocolHeader("X-Forwarded-Proto");
            factory.addEngineValves(valve);
        };
    }
}
