package io.tongban.gateway.replica;

import java.net.InetAddress;
import java.net.URI;
import org.apache.hc.core5.http.HttpHost;

/**
 * One process of a service.
 *
 * @param name how an operator finds it: the pod, or host and port
 * @param host where it alone answers, and the name that its certificate must have if it speaks TLS
 */
record Replica(String name, HttpHost host) {

    /** A server that is found by its name. */
    static Replica at(URI address) {
        return new Replica(address.getAuthority(), HttpHost.create(address));
    }

    /** A pod, found by its own address; its certificate names the Service that it stands behind. */
    static Replica ofService(String pod, String scheme, InetAddress address, String service, int port) {
        return new Replica(pod, new HttpHost(scheme, address, service, port));
    }
}
