package io.tongban.platform.crypto;

import io.tongban.platform.DeploymentProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Provides encryption, blind indexes and signatures from one source of keys.
 *
 * <p>Lazy, so that a service needs the key files of what it uses and no others; who is given one of these beans at the
 * start finds a missing file at the start.
 */
@AutoConfiguration
@EnableConfigurationProperties({KeyProperties.class, KeySetProperties.class, DeploymentProperties.class})
public class CryptoAutoConfiguration {

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    Keys keys(KeyProperties properties) {
        return new FileKeys(properties.requiredLocation());
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    FieldEncryption fieldEncryption(Keys keys) {
        return new FieldEncryption(keys.fieldEncryption());
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    SealedJson sealedJson(FieldEncryption encryption) {
        return new SealedJson(encryption);
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    BlindIndex blindIndex(Keys keys) {
        return new BlindIndex(keys.blindIndex());
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    SigningKeys signingKeys(Keys keys) {
        return new SigningKeys(keys.signing());
    }

    @Bean
    @ConditionalOnMissingBean
    RemoteKeySets remoteKeySets(KeySetProperties properties, DeploymentProperties deployment) {
        return new RemoteKeySets(properties, deployment);
    }
}
