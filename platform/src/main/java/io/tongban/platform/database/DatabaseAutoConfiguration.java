package io.tongban.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import feign.RequestInterceptor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.StartRefused;
import io.tongban.platform.request.ReadHeaders;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Shares the connections of a service that has a database among the lanes. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(HikariDataSource.class)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseAutoConfiguration {

    /** Asked late for what it needs: it is made before all that is not part of it. */
    @Bean
    static SharedPools sharedPools(
            ObjectProvider<DatabaseProperties> properties, ObjectProvider<MeterRegistry> meters) {
        return new SharedPools(properties, meters);
    }

    @Bean
    FilterRegistrationBean<LaneFilter> laneFilter() {
        FilterRegistrationBean<LaneFilter> registration = new FilterRegistrationBean<>(new LaneFilter());
        registration.setOrder(LaneFilter.ORDER);
        return registration;
    }

    @Bean
    ReadHeaders headerOfLanes() {
        return ReadHeaders.of(CurrentLane.HEADER);
    }

    /** Before whatever else wraps a pool, for it has to see the pool itself; Spring knows its order by the type of the bean. */
    record SharedPools(ObjectProvider<DatabaseProperties> properties, ObjectProvider<MeterRegistry> meters)
            implements BeanPostProcessor, Ordered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource pool ? shared(pool, properties.getObject(), meters) : bean;
        }
    }

    private static SharedPool shared(
            HikariDataSource pool, DatabaseProperties properties, ObjectProvider<MeterRegistry> meters) {
        LaneShares shares = sharesOf(pool, properties);
        meters.ifAvailable(registry -> shares.lanes().forEach(lane -> describe(registry, shares, lane)));
        return new SharedPool(pool, shares, Duration.ofMillis(pool.getConnectionTimeout()));
    }

    private static LaneShares sharesOf(HikariDataSource pool, DatabaseProperties properties) {
        try {
            return new LaneShares(pool.getMaximumPoolSize(), properties.reserved());
        } catch (IllegalArgumentException tooFew) {
            throw new StartRefused(
                    "The connections of the database cannot be shared: " + tooFew.getMessage() + ".",
                    "Raise spring.datasource.hikari.maximum-pool-size, or lower tongban.database.reserved.",
                    tooFew);
        }
    }

    private static void describe(MeterRegistry registry, LaneShares shares, String lane) {
        Gauge.builder("tongban.database.connections.used", shares, all -> all.used(lane))
                .description("Connections that the calls of the lane hold")
                .tag("lane", lane)
                .register(registry);
        Gauge.builder("tongban.database.connections.awaited", shares, all -> all.waiting(lane))
                .description("Calls of the lane that wait for a connection")
                .tag("lane", lane)
                .register(registry);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RequestInterceptor.class)
    static class OfFeignClients {

        @Bean
        RequestInterceptor feignLanePropagation() {
            return new FeignLanePropagation();
        }
    }
}
