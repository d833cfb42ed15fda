package io.tongban.gateway.replica;

import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ReplicaConfiguration {

    @Bean
    Replicas replicas(ReplicaProperties properties) {
        String selector = properties.selector();
        return selector == null || selector.isBlank()
                ? ListedReplicas.at(properties.permitService())
                : new ClusterReplicas(new KubernetesClientBuilder().build(), selector);
    }

    @Bean
    CompareReplicas compareReplicas(Replicas replicas, ReplicaProperties properties, MeterRegistry meters) {
        return new CompareReplicas(replicas, client(properties), meters);
    }

    /** The first round comes after the first interval: replicas that start together with the gateway are not missed. */
    @Bean
    SchedulingConfigurer rounds(CompareReplicas comparison, ReplicaProperties properties) {
        return tasks -> tasks.addFixedDelayTask(
                new FixedDelayTask(comparison::compare, properties.every(), properties.every()));
    }

    /** Of its own: no observation, no retry, no pool that calls wait for. */
    static RestClient client(ReplicaProperties properties) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connect())
                .build());
        requests.setReadTimeout(properties.answer());
        return RestClient.builder().requestFactory(requests).build();
    }
}
