package io.tongban.permit.casefile.look;

import io.tongban.engine.canonical.CanonicalJson;
import java.util.List;

/** What one look found for every route of a standard, the one that is soonest open to the applicant first. */
public record RankedLooks(List<RankedLook> routes) {

    public RankedLooks {
        routes = List.copyOf(routes);
    }

    /** The look at the route that is soonest open to the applicant. */
    public Look first() {
        return routes.getFirst().look();
    }

    /** A check that the source was read for; that of the first route where none was. */
    public Look source() {
        return routes.stream()
                .map(RankedLook::look)
                .filter(look -> look.evidenceId() != null)
                .findFirst()
                .orElseGet(this::first);
    }

    /** {@code sha256:} and the hex digest over the digests of all assessments in this order. */
    public String digest() {
        return CanonicalJson.digest(CanonicalJson.of(
                routes.stream().map(route -> route.look().digest()).toList()));
    }

    /** One route. */
    public record RankedLook(String route, int rank, int papersToBring, Look look) {}
}
