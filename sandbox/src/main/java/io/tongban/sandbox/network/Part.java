package io.tongban.sandbox.network;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of the network, and where it listens: an offset from the port base, management ten above. */
public enum Part {
    GATEWAY("gateway", true),
    PERMIT_SERVICE("permit-service", true),
    INSURANCE_ADAPTER("insurance-adapter", true),
    COMMUNITY_SERVICE("community-service", true),
    KEYCLOAK("keycloak", true),
    BUREAUX("bureaux (stand-in)", false),
    POSTGRESQL("postgresql", false);

    public static final int DEFAULT_PORT_BASE = 8400;

    private static final int MANAGEMENT = 10;

    private final String label;
    private final boolean managed;

    Part(String label, boolean managed) {
        this.label = label;
        this.managed = managed;
    }

    public String label() {
        return label;
    }

    int port(int base) {
        return base + ordinal();
    }

    int managementPort(int base) {
        return base + MANAGEMENT + ordinal();
    }

    public URI address(int base) {
        return URI.create("http://127.0.0.1:" + port(base));
    }

    URI managementAddress(int base) {
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
