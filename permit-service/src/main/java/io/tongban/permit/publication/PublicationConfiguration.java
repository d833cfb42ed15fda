package io.tongban.permit.publication;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.platform.clock.BusinessClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicationProperties.class)
class PublicationConfiguration {

    @Bean
    ReplicaStandards replicaStandards(PublishedVersions versions, Standards standards, MeterRegistry meters) {
        return new ReplicaStandards(versions, standards, meters);
    }

    @Bean
    FirstStart firstStart(
            StandardsLibrary library,
            PublishedVersions versions,
            ReplicaStandards replica,
            TransactionOperations transactions,
            BusinessClock clock) {
        return new FirstStart(library, versions, replica, transactions, clock);
    }

    @Bean
    RefreshRounds refreshRounds(ReplicaStandards replica, PublicationProperties properties, MeterRegistry meters) {
        return new RefreshRounds(replica, properties.refreshEvery(), meters);
    }
}
