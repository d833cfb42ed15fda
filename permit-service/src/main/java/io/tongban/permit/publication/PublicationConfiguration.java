package io.tongban.permit.publication;

import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.platform.clock.BusinessClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicationProperties.class)
class PublicationConfiguration {

    @Bean
    ReplicaStandards replicaStandards(PublishedVersions versions, Standards standards, MeterRegistry meters) {
        return new ReplicaStandards(versions, standards, meters);
    }

    @Bean
    FirstLoad firstLoad(
            StandardsLibrary library, PublishedVersions versions, ReplicaStandards replica, BusinessClock clock) {
        return new FirstLoad(library, versions, replica, clock);
    }

    @Bean
    RefreshRounds refreshRounds(ReplicaStandards replica, PublicationProperties properties, MeterRegistry meters) {
        return new RefreshRounds(replica, properties.refreshEvery(), meters);
    }
}
