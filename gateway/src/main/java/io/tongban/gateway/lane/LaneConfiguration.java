package io.tongban.gateway.lane;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

@Configuration(proxyBeanMethods = false)
class LaneConfiguration {

    @Bean
    Lanes lanes(LaneProperties properties, AccountProperties ofAccounts, MeterRegistry meters) {
        return new Lanes(properties, ofAccounts, meters);
    }

    @Bean
    FilterRegistrationBean<BeforeTokenCheck> beforeTokenCheck(Lanes lanes, ProblemWriter writer) {
        FilterRegistrationBean<BeforeTokenCheck> registration =
                new FilterRegistrationBean<>(new BeforeTokenCheck(lanes, writer));
        registration.setOrder(BeforeTokenCheck.ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AfterTokenCheck> afterTokenCheck(Lanes lanes) {
        FilterRegistrationBean<AfterTokenCheck> registration = new FilterRegistrationBean<>(new AfterTokenCheck(lanes));
        registration.setOrder(AfterTokenCheck.ORDER);
        return registration;
    }

    @Bean
    static BeanPostProcessor countedTokenChecks(ObjectProvider<Lanes> lanes) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder ? new CountedTokenChecks(decoder, lanes.getObject()) : bean;
            }
        };
    }
}
