package io.tongban.permit.casefile.check;

import io.tongban.engine.canonical.CanonicalJson;
import java.util.List;

/** What one look found for every route of a standard, the one that is soonest open to the applicant first. */
public record RankedChecks(List<RankedCheck> routes) {

    public RankedChecks {
        routes = List.copyOf(routes);
    }

    /** The check of the route that is soonest open to him. */
    public Check first() {
        return routes.getFirst().check();
    }

    /** A check that the source was read for; that of the first route where none was. */
    public Check source() {
        return routes.stream()
                .map(RankedCheck::check)
                .filter(check -> check.evidenceId() != null)
                .findFirst()
                .orElseGet(this::first);
    }

    /** {@code sha256:} and the hex digest over the digests of all assessments in this order. */
    public String digest() {
        return CanonicalJson.digest(CanonicalJson.of(
                routes.stream().map(route -> route.check().digest()).toList()));
    }

    /** One route. */
    public record RankedCheck(String route, int rank, int papersToBring, Check check) {}
}
