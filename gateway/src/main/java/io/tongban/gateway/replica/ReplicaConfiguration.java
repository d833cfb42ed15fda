package io.tongban.gateway.replica;

import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ReplicaConfiguration {

    @Bean
    Replicas replicas(ReplicaProperties properties) {
        String selector = properties.selector();
        return selector == null || selector.isBlank()
                ? ListedReplicas.at(properties.permitService())
                : new ClusterReplicas(new KubernetesClientBuilder().build(), selector, properties.scheme());
    }

    @Bean
    ReplicaClient replicaClient(ReplicaProperties properties) {
        return new ReplicaClient(properties);
    }

    @Bean
    CompareReplicas compareReplicas(
            Replicas replicas, ReplicaClient client, ReplicaProperties properties, MeterRegistry meters) {
        return new CompareReplicas(replicas, client, properties.round(), meters);
    }

    /** The first round comes after the first interval: replicas that start together with the gateway are not missed. */
    @Bean
    SchedulingConfigurer rounds(CompareReplicas comparison, ReplicaProperties properties) {
        return tasks -> tasks.addFixedDelayTask(
                new FixedDelayTask(comparison::compare, properties.every(), properties.every()));
    }
}
