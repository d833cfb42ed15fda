package io.tongban.permit.casefile.look;

import io.tongban.engine.canonical.CanonicalJson;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What one look found for every route of a standard, the one that is soonest open to the applicant first. */
public record RankedLooks(List<RankedLook> routes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RankedLooks {
        routes = List.copyOf(routes);
    }

    /** One route, which is all that was asked for. */
    public static RankedLooks only(String route, Look look) {
        int papersToBring = JSON.readTree(look.assessment()).path("missing").size();
        return new RankedLooks(List.of(new RankedLook(route, 1, papersToBring, look)));
    }

    /** The look at the route that is soonest open to the applicant. */
    public Look first() {
        return routes.getFirst().look();
    }

    /**
     * The look at the soonest route that a source was read for, or at the first where none was. Other routes may go by another record of
     * the same day: each by the one that it would go by alone.
     */
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
