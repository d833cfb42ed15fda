package io.tongban.gateway.replica;

import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pods that the EndpointSlices of a Kubernetes namespace name as ready.
 *
 * <p>A slice carries the labels of its Service, so one selector finds the pools of all lanes. The slices are watched:
 * while the API server cannot be asked, those last seen stay.
 */
final class ClusterReplicas implements Replicas, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClusterReplicas.class);

    private static final String PORT = "http";

    /** The label with which Kubernetes says whose endpoints a slice has. */
    private static final String SERVICE = "kubernetes.io/service-name";

    private final KubernetesClient cluster;
    private final String scheme;
    private final SharedIndexInformer<EndpointSlice> slices;

    /**
     * Closes the client with itself.
     *
     * @param scheme what the pods speak: http or https
     */
    ClusterReplicas(KubernetesClient cluster, String selector, String scheme) {
        this.cluster = cluster;
        this.scheme = scheme;
        slices = cluster.discovery()
                .v1()
                .endpointSlices()
                .withLabelSelector(selector)
                .runnableInformer(0)
                .exceptionHandler((started, cause) -> {
                    log.warn(
                            "cannot watch the EndpointSlices of {}, and goes on trying: {}",
                            selector,
                            cause.toString());
                    return true;
                });
        slices.start();
    }

    @Override
    public List<Replica> known() {
        // By name: a pod with addresses of both families is in two slices, and while one is moved it can be in both.
        Map<String, Replica> ready = new TreeMap<>();
        for (EndpointSlice slice : slices.getStore().list()) {
            slice.getPorts().stream()
                    .filter(port -> PORT.equals(port.getName()))
                    .map(EndpointPort::getPort)
                    .forEach(port -> slice.getEndpoints().stream()
                            .filter(ClusterReplicas::isReady)
                            .map(endpoint -> replica(slice, endpoint, port))
                            .forEach(replica -> ready.putIfAbsent(replica.name(), replica)));
        }
        return List.copyOf(ready.values());
    }

    @Override
    public void close() {
        slices.close();
        cluster.close();
    }

    /** The API says: where nothing is said, it is ready. */
    private static boolean isReady(Endpoint endpoint) {
        return endpoint.getConditions() == null
                || !Boolean.FALSE.equals(endpoint.getConditions().getReady());
    }

    private Replica replica(EndpointSlice slice, Endpoint endpoint, int port) {
        String address = endpoint.getAddresses().getFirst(); // all of them lead to the same pod
        String name = endpoint.getTargetRef() == null
                ? (slice.getAddressType().equals("IPv6") ? "[" + address + "]" : address) + ":" + port
                : endpoint.getTargetRef().getName();
        String service = slice.getMetadata().getLabels().getOrDefault(SERVICE, address);
        return Replica.ofService(name, scheme, InetAddress.ofLiteral(address), service, port);
    }
}
