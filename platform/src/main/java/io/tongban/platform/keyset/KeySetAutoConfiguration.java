package io.tongban.platform.keyset;

import io.tongban.platform.crypto.CryptoAutoConfiguration;
import io.tongban.platform.crypto.SigningKeys;
import io.tongban.platform.security.EndpointRules;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** Publishes the public keys of a service that says {@code tongban.keys.published: true}. */
@AutoConfiguration(after = CryptoAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty("tongban.keys.published")
public class KeySetAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    KeySetController keySetController(SigningKeys keys) {
        return new KeySetController(keys);
    }

    @Bean
    EndpointRules keySetEndpoint() {
        return requests ->
                requests.requestMatchers(HttpMethod.GET, KeySetController.PATH).permitAll();
    }
}
