package io.tongban.gateway.replica;

import java.util.List;

/** The replicas that calls are being sent to. */
interface Replicas {

    /** Those known at the moment; empty also while it cannot be found out. Never waits. */
    List<Replica> known();
}
