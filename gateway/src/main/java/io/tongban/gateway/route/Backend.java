package io.tongban.gateway.route;

import java.util.Locale;
import java.util.stream.Stream;

/** A service behind the gateway, with the resources that it answers for. */
enum Backend {
    PERMIT_SERVICE,
    COMMUNITY_SERVICE;

    /** The name in settings, metrics and answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String[] paths() {
        return switch (this) {
            case PERMIT_SERVICE -> below("standards", "assessments", "cases", "consents", "webhooks");
            case COMMUNITY_SERVICE -> below("divisions", "windows", "tickets", "visits", "appointments", "findings");
        };
    }

    /** What everybody may read, without a token. */
    String[] publicPaths() {
        return switch (this) {
            case PERMIT_SERVICE -> below("standards");
            case COMMUNITY_SERVICE -> below("divisions", "windows");
        };
    }

    private static String[] below(String... resources) {
        return Stream.of(resources)
                .map(resource -> "/api/v1/" + resource + "/**")
                .toArray(String[]::new);
    }
}
