package io.tongban.gateway.replica;

import java.net.URI;
import java.util.List;

/** Replicas that an operator has listed. */
record ListedReplicas(List<Replica> known) implements Replicas {

    ListedReplicas {
        known = List.copyOf(known);
    }

    static ListedReplicas at(List<URI> addresses) {
        return new ListedReplicas(addresses.stream().distinct().map(Replica::at).toList());
    }
}
