package io.tongban.platform.port;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes a management port of its own refuse as the main port does. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ManagementPortConfiguration {

    /** Without the page of errors, which says the address again. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> asOnEveryPort(ObjectProvider<EveryPort> ports) {
        return server -> {
            server.setErrorPages(Set.of());
            ports.orderedStream().forEach(port -> port.customize(server));
        };
    }

    @Bean
    FilterRegistrationBean<EmptyAccept> emptyAccept() {
        return new FilterRegistrationBean<>(new EmptyAccept());
    }
}
