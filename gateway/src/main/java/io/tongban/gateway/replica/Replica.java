package io.tongban.gateway.replica;

import java.net.URI;

/**
 * One process of a service.
 *
 * @param name how an operator finds it: the pod, or host and port
 * @param address where it alone answers, without a path
 */
record Replica(String name, URI address) {

    static Replica at(URI address) {
        return new Replica(address.getAuthority(), address);
    }
}
