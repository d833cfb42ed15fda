package io.tongban.gateway.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A service behind the gateway, with the resources that it answers for. */
enum Backend {
    PERMIT_SERVICE(List.of("standards", "assessments", "cases"), Set.of("standards")),
    COMMUNITY_SERVICE(List.of("divisions", "windows", "tickets", "visits"), Set.of("divisions", "windows"));

    private final List<String> resources;
    private final Set<String> publicResources;

    Backend(List<String> resources, Set<String> publicResources) {
        this.resources = resources;
        this.publicResources = publicResources;
    }

    /** The name in settings, metrics and answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String[] paths() {
        return paths(resources.stream());
    }

    /** What everybody may read, without a token. */
    String[] publicPaths() {
        return paths(publicResources.stream().sorted());
    }

    static Backend of(String word) {
        return Arrays.stream(values())
                .filter(backend -> backend.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String[] paths(Stream<String> resources) {
        return resources.map(resource -> "/api/v1/" + resource + "/**").toArray(String[]::new);
    }
}
