package io.tongban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.ProblemWriter;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.web.SecurityFilterChain;

/** The platform serves a service that has no database, as a library and as a class path. */
class WithoutDatabaseTests {

    private final WebApplicationContextRunner contexts = new WebApplicationContextRunner()
            .withUserConfiguration(Service.class)
            .withPropertyValues(
                    "tongban.security.issuer=http://127.0.0.1:1/nobody", "tongban.security.audience=sample");

    @Test
    void startsWhereNoDatabaseLibraryIs() {
        contexts.withClassLoader(new FilteredClassLoader(
                        "org.springframework.jdbc", "org.springframework.transaction", "com.zaxxer", "feign"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(SecurityFilterChain.class)
                        .hasSingleBean(ProblemWriter.class)
                        .hasSingleBean(BusinessClock.class)
                        .doesNotHaveBean(DataSource.class)
                        .doesNotHaveBean("idempotencyFilter")
                        .doesNotHaveBean("keySetController"));
    }

    @Test
    void withoutAnIssuerNothingStarts() {
        new WebApplicationContextRunner()
                .withUserConfiguration(Service.class)
                .withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "com.zaxxer"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("tongban.security.issuer is not set"));
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {}
}
