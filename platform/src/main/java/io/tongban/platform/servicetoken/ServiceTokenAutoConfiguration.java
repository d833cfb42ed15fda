package io.tongban.platform.servicetoken;

import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.clock.ClockAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** Provides tokens of its own to a service that is registered at the identity provider. */
@AutoConfiguration(after = {ClockAutoConfiguration.class, OAuth2ClientAutoConfiguration.class})
@ConditionalOnClass(OAuth2ClientAutoConfiguration.class)
@ConditionalOnBean(ClientRegistrationRepository.class)
@EnableConfigurationProperties({ServiceTokenProperties.class, DeploymentProperties.class})
public class ServiceTokenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ServiceTokens serviceTokens(
            ClientRegistrationRepository registrations,
            ServiceTokenProperties properties,
            Clock systemClock,
            DeploymentProperties deployment) {
        return new ServiceTokens(registrations, properties, systemClock, deployment);
    }
}
