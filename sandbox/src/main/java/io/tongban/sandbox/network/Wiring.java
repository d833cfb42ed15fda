package io.tongban.sandbox.network;

import java.net.URI;

/** Where one part of the network finds another; not always where the other one listens. */
@FunctionalInterface
public interface Wiring {

    /**
     * The address at which {@code from} finds {@code to}.
     *
     * @return scheme, host and port; of a database server only host and port mean anything
     */
    URI address(Part from, Part to);
}
