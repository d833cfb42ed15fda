package io.tongban.sandbox.network;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the four services as it is started: which part, and its environment. */
record Service(Part part, Map<String, String> environment) {

    private static final String API = "tongban-api";

    /** The areas that the city's bureau answers for: the urban area, and from August 2017 on Lin'an, without Yuhang. */
    private static final List<String> CITY_AREAS = List.of(
            "330100", "330199", "330102", "330103", "330104", "330105", "330106", "330108", "330109", "330111",
            "330112", "330185");

    static Service gateway(Settings settings) {
        Map<String, String> environment = settings.common(Part.GATEWAY, API);
        environment.put("TONGBAN_ROUTES_PERMITSERVICE", settings.address(Part.GATEWAY, Part.PERMIT_SERVICE));
        environment.put("TONGBAN_ROUTES_COMMUNITYSERVICE", settings.address(Part.GATEWAY, Part.COMMUNITY_SERVICE));
        environment.put("TONGBAN_REPLICAS_EVERY", "PT1S");
        environment.put("TONGBAN_DESCRIPTION_INSURANCEADAPTER", settings.address(Part.GATEWAY, Part.INSURANCE_ADAPTER));
        return new Service(Part.GATEWAY, environment);
    }

    static Service permitService(Settings settings, Path library, Map<String, String> database, String clientSecret) {
        Map<String, String> environment = settings.common(Part.PERMIT_SERVICE, API);
        environment.putAll(database);
        environment.put("TONGBAN_STANDARDS_LOCATION", library.toString());
        environment.put("TONGBAN_CONTRIBUTIONS_URL", settings.address(Part.PERMIT_SERVICE, Part.INSURANCE_ADAPTER));
        environment.put("TONGBAN_CONTRIBUTIONS_TOKENURI", settings.tokens(Part.PERMIT_SERVICE));
        environment.put("TONGBAN_CONTRIBUTIONS_CLIENTID", "permit-service");
        environment.put("TONGBAN_CONTRIBUTIONS_CLIENTSECRET", clientSecret);
        environment.put(
                "TONGBAN_VISITPASS_JWKSETURI",
                settings.address(Part.PERMIT_SERVICE, Part.COMMUNITY_SERVICE) + "/.well-known/jwks.json");
        environment.put("TONGBAN_CONSENT_PARTNERS", "tongban-partner");
        environment.put("TONGBAN_OUTBOX_GATEWAY_URL", settings.address(Part.PERMIT_SERVICE, Part.BUREAUX) + "/sms");
        environment.put("TONGBAN_WEBHOOKS_ANYADDRESS", "true");
        environment.put("TONGBAN_DEADLINE_SETTLEEVERY", "PT1S");
        environment.put(
                "TONGBAN_GUIDE_PUBLICADDRESS",
                Part.GATEWAY.address(settings.portBase()).toString());
        return new Service(Part.PERMIT_SERVICE, environment);
    }

    static Service insuranceAdapter(Settings settings, Map<String, String> database) {
        Map<String, String> environment = settings.common(Part.INSURANCE_ADAPTER, "insurance-adapter");
        environment.putAll(database);
        String source = "TONGBAN_INSURANCE_SOURCES_";
        String bureaux = settings.address(Part.INSURANCE_ADAPTER, Part.BUREAUX);
        environment.put(source + "HANGZHOU_BASEURL", bureaux + "/hangzhou");
        environment.put(source + "HANGZHOU_AREAS", String.join(",", CITY_AREAS));
        environment.put(source + "HANGZHOU_UNITS_PLACEHOLDERS", "39999999");
        environment.put(source + "YUHANG_BASEURL", bureaux + "/yuhang");
        environment.put(source + "YUHANG_AREAS", "330110");
        return new Service(Part.INSURANCE_ADAPTER, environment);
    }

    static Service communityService(Settings settings, Map<String, String> database, String clientSecret) {
        Map<String, String> environment = settings.common(Part.COMMUNITY_SERVICE, API);
        environment.putAll(database);
        environment.put("TONGBAN_PERMITSERVICE_URL", settings.address(Part.COMMUNITY_SERVICE, Part.PERMIT_SERVICE));
        environment.put("TONGBAN_PERMITSERVICE_TOKENURI", settings.tokens(Part.COMMUNITY_SERVICE));
        environment.put("TONGBAN_PERMITSERVICE_CLIENTID", "community-service");
        environment.put("TONGBAN_PERMITSERVICE_CLIENTSECRET", clientSecret);
        return new Service(Part.COMMUNITY_SERVICE, environment);
    }

    /** The same once more, at other ports: over the same database, found by nobody who is not told of it. */
    Service replica(int port, int managementPort) {
        Map<String, String> other = new HashMap<>(environment);
        other.put("SERVER_PORT", Integer.toString(port));
        other.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        return new Service(part, other);
    }

    URI readiness(int portBase) {
        return part.managementAddress(portBase).resolve("/actuator/health/readiness");
    }

    /**
     * What all services are told.
     *
     * @param more besides
     */
    record Settings(int portBase, Wiring wiring, URI issuer, Map<Part, ServiceKeys> keys, Map<String, String> more) {

        String address(Part from, Part to) {
            return wiring.address(from, to).toString();
        }

        /** Where a service asks for a token of its own. */
        private String tokens(Part from) {
            return wiring.address(from, Part.KEYCLOAK).resolve(issuer.getPath()) + "/protocol/openid-connect/token";
        }

        private Map<String, String> common(Part part, String audience) {
            Map<String, String> environment = new HashMap<>(more);
            environment.put("SERVER_ADDRESS", "127.0.0.1");
            environment.put("SERVER_PORT", Integer.toString(part.port(portBase)));
            environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
            environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(part.managementPort(portBase)));
            environment.put("TONGBAN_ENVIRONMENT", "sandbox");
            environment.put("TONGBAN_CLOCK_SETTABLE", "true");
            environment.put("TONGBAN_SECURITY_ISSUER", issuer.toString());
            environment.put("TONGBAN_SECURITY_AUDIENCE", audience);
            ServiceKeys own = keys.get(part);
            if (own != null) {
                environment.put("TONGBAN_KEYS_LOCATION", own.folder().toString());
            }
            return environment;
        }
    }
}
