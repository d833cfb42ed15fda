package io.tongban.gateway.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true, https = false)
class ClusterReplicasTests {

    private static final String SELECTOR = "app.kubernetes.io/name=permit-service,app.kubernetes.io/part-of=tongban";

    @SuppressWarnings("NullAway.Init") // the extension sets it
    KubernetesClient cluster;

    @SuppressWarnings("NullAway.Init") // made before each test
    ClusterReplicas replicas;

    @BeforeEach
    void watch() {
        replicas = new ClusterReplicas(
                new KubernetesClientBuilder()
                        .withConfig(cluster.getConfiguration())
                        .build(),
                SELECTOR,
                "https");
    }

    @AfterEach
    void close() {
        replicas.close();
    }

    @Test
    void podsComeAndGoWithTheSlices() {
        assertThat(replicas.known()).isEmpty();

        slice("a", "permit-service", "IPv4", """
                - {addresses: [10.0.0.7], targetRef: {kind: Pod, name: permit-7}, conditions: {ready: true}}
                """);
        await().untilAsserted(() -> assertThat(replicas.known())
                .containsExactly(Replica.ofService(
                        "permit-7", "https", InetAddress.ofLiteral("10.0.0.7"), "permit-service-a", 8080)));

        slice("a", "permit-service", "IPv4", """
                - {addresses: [10.0.0.7], targetRef: {kind: Pod, name: permit-7}, conditions: {ready: true}}
                - {addresses: [10.0.0.8], targetRef: {kind: Pod, name: permit-8}, conditions: {ready: true}}
                """);
        await().untilAsserted(() ->
                assertThat(replicas.known()).extracting(Replica::name).containsExactly("permit-7", "permit-8"));

        cluster.discovery().v1().endpointSlices().withName("a").delete();
        await().untilAsserted(() -> assertThat(replicas.known()).isEmpty());
    }

    @Test
    void onlyPodsThatCallsAreSentToAreKnown() {
        slice("a", "permit-service", "IPv4", """
                - {addresses: [10.0.0.7], targetRef: {kind: Pod, name: ready}, conditions: {ready: true}}
                - {addresses: [10.0.0.8], targetRef: {kind: Pod, name: starting}, conditions: {ready: false}}
                - {addresses: [10.0.0.9], targetRef: {kind: Pod, name: nothing-said}}
                """);

        await().untilAsserted(() ->
                assertThat(replicas.known()).extracting(Replica::name).containsExactly("nothing-said", "ready"));
    }

    @Test
    void thePoolsOfAllLanesAreKnownAndNoOtherService() {
        slice("city", "permit-service", "IPv4", "- {addresses: [10.0.0.7], targetRef: {kind: Pod, name: city}}");
        slice("insurance", "insurance-adapter", "IPv4", "- {addresses: [10.0.0.8], targetRef: {kind: Pod, name: i}}");
        slice("shared", "permit-service", "IPv4", "- {addresses: [10.0.0.9], targetRef: {kind: Pod, name: shared}}");

        await().untilAsserted(() ->
                assertThat(replicas.known()).extracting(Replica::name).containsExactly("city", "shared"));
    }

    @Test
    void aPodWithAddressesOfBothFamiliesIsOneReplica() {
        slice("four", "permit-service", "IPv4", "- {addresses: [10.0.0.7], targetRef: {kind: Pod, name: permit-7}}");
        slice("six", "permit-service", "IPv6", """
                - {addresses: ["fd00::7"], targetRef: {kind: Pod, name: permit-7}}
                - {addresses: ["fd00::8"]}
                """);

        await().untilAsserted(() ->
                assertThat(replicas.known()).extracting(Replica::name).containsExactly("[fd00::8]:8080", "permit-7"));
        assertThat(replicas.known().getFirst().host().getAddress()).isEqualTo(InetAddress.ofLiteral("fd00::8"));
    }

    @Test
    void theCertificateOfAPodIsHeldAgainstTheServiceOfItsLane() {
        slice("city", "permit-service", "IPv4", "- {addresses: [10.0.0.7], targetRef: {kind: Pod, name: city}}");
        slice("shared", "permit-service", "IPv4", "- {addresses: [10.0.0.9], targetRef: {kind: Pod, name: shared}}");

        await().untilAsserted(() -> assertThat(replicas.known())
                .extracting(
                        replica -> replica.host().getSchemeName(),
                        replica -> replica.host().getHostName())
                .containsExactly(tuple("https", "permit-service-city"), tuple("https", "permit-service-shared")));
    }

    /** As Kubernetes keeps them: with the labels of their Service, and with ports that are not for callers. */
    private void slice(String name, String service, String addressType, String endpoints) {
        cluster.resource("""
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata:
                  name: %s
                  labels:
                    app.kubernetes.io/name: %s
                    app.kubernetes.io/part-of: tongban
                    kubernetes.io/service-name: %s
                addressType: %s
                ports:
                - {name: http, port: 8080}
                - {name: other, port: 9090}
                endpoints:
                %s
                """.formatted(name, service, service + "-" + name, addressType, endpoints.strip()))
                .createOr(existing -> existing.update());
    }
}
