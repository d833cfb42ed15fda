package io.tongban.sandbox.network;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of the network, and where it listens: an offset from the port base, management ten above. */
public enum Part {
    GATEWAY(0, "gateway", true),
    PERMIT_SERVICE(1, "permit-service", true),
    INSURANCE_ADAPTER(2, "insurance-adapter", true),
    COMMUNITY_SERVICE(3, "community-service", true),
    KEYCLOAK(4, "keycloak", true),
    BUREAUX(5, "bureaux", false),
    POSTGRESQL(6, "postgresql", false);

    public static final int DEFAULT_PORT_BASE = 8400;

    private static final int MANAGEMENT = 10;

    private final int offset;
    private final String label;
    private final boolean managed;

    Part(int offset, String label, boolean managed) {
        this.offset = offset;
        this.label = label;
        this.managed = managed;
    }

    public String label() {
        return label;
    }

    int port(int base) {
        return base + offset;
    }

    int managementPort(int base) {
        return base + MANAGEMENT + offset;
    }

    public URI address(int base) {
        return URI.create("http://127.0.0.1:" + port(base));
    }

    public URI managementAddress(int base) {
        return URI.create("http://127.0.0.1:" + managementPort(base));
    }

    /** Every port of the network with the name of what listens there. */
    public static Map<Integer, String> ports(int base) {
        Map<Integer, String> ports = new LinkedHashMap<>();
        for (Part part : values()) {
            ports.put(part.port(base), part.label);
        }
        Arrays.stream(values())
                .filter(part -> part.managed)
                .forEach(part -> ports.put(part.managementPort(base), part.label + ", management"));
        return ports;
    }
}
