package io.tongban.platform.clock;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Opens the business clock on a management port of its own; where there is none, it stays closed. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty("tongban.clock.settable")
public class BusinessClockManagementConfiguration {

    @Bean
    BusinessClockController businessClockController(BusinessClock clock) {
        return new BusinessClockController(clock);
    }

    /** The management context maps actuator endpoints only. */
    @Bean
    RequestMappingHandlerMapping businessClockMapping() {
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return mapping;
    }
}
