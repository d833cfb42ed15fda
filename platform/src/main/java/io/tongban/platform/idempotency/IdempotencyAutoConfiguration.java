package io.tongban.platform.idempotency;

import com.zaxxer.hikari.HikariDataSource;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.crypto.CryptoAutoConfiguration;
import io.tongban.platform.crypto.SealedJson;
import io.tongban.platform.request.ReadHeaders;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@link IdempotentCreate} work in a service that has a database. */
@AutoConfiguration(after = {CryptoAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({JdbcClient.class, HikariDataSource.class})
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(IdempotencyProperties.class)
public class IdempotencyAutoConfiguration {

    /** Behind the security chain, which is at -100: nobody's key is looked up before the caller is known. */
    private static final int FILTER_ORDER = 0;

    @Bean(initMethod = "begin")
    Presence presence(DataSource pool) {
        return new Presence(pool);
    }

    @Bean
    IdempotencyRecords idempotencyRecords(JdbcClient jdbc, IdempotencyProperties properties, Presence presence) {
        return new IdempotencyRecords(jdbc, properties.expiry(), properties.lock(), presence::number);
    }

    @Bean
    KeptAnswers keptAnswers(IdempotencyRecords records, SealedJson json) {
        return new KeptAnswers(records, json);
    }

    @Bean
    FencedTransactions fencedTransactions(IdempotencyRecords records) {
        return new FencedTransactions(records);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            ObjectProvider<KeptAnswers> answers, ObjectProvider<Presence> presence, IdempotencyProperties properties) {
        FilterRegistrationBean<IdempotencyFilter> registration = new FilterRegistrationBean<>(new IdempotencyFilter(
                answers, presence, Math.toIntExact(properties.maxBody().toBytes())));
        registration.setOrder(FILTER_ORDER);
        return registration;
    }

    @Bean
    ReadHeaders headerOfIdempotency() {
        return ReadHeaders.of(IdempotencyInterceptor.HEADER);
    }

    @Bean
    WebMvcConfigurer idempotentMethods(IdempotencyRecords records, KeptAnswers answers, BlindIndex digests) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new IdempotencyInterceptor(records, answers, digests));
            }
        };
    }
}
