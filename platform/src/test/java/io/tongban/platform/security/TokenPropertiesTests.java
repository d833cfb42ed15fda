package io.tongban.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Settings that cannot be meant are refused at the start. */
class TokenPropertiesTests {

    private final ApplicationContextRunner contexts =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void noneMayBeRememberedAndNoFewerThanNone() {
        contexts.withPropertyValues("tongban.security.remembered=0")
                .run(context -> assertThat(context).hasNotFailed());
        contexts.withPropertyValues("tongban.security.remembered=-1")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("remembered"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TokenProperties.class)
    static class Settings {}
}
