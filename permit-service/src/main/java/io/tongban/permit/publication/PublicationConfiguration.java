package io.tongban.permit.publication;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.rounds.Rounds;
import java.time.Duration;
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
    Rounds refreshRounds(ReplicaStandards replica, PublicationProperties properties, MeterRegistry meters) {
        return refreshing(replica, properties.refreshEvery(), meters);
    }

    /** Looks for new versions, the first time after such a span: at the start they were loaded. */
    static Rounds refreshing(ReplicaStandards replica, Duration every, MeterRegistry meters) {
        return new Rounds(
                "standards-refresh",
                every,
                every,
                replica::refresh,
                Counter.builder("tongban.standards.refresh.failed")
                        .description("Looks for new versions that failed; what was in force stays so")
                        .register(meters),
                "New versions of standards cannot be looked for; what was in force stays so");
    }
}
