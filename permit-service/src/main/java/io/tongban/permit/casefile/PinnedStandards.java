package io.tongban.permit.casefile;

import io.tongban.permit.assessment.Paper;
import io.tongban.permit.standard.Criterion;
import io.tongban.permit.standard.NoStandardInForce;
import io.tongban.permit.standard.Route;
import io.tongban.permit.standard.Standard;
import io.tongban.permit.standard.StandardReference;
import io.tongban.permit.standard.Standards;
import io.tongban.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The standards as cases use them: one is pinned at the first visit, and nothing outside it is asked. */
@Component
public class PinnedStandards {

    private final Standards standards;

    PinnedStandards(Standards standards) {
        this.standards = standards;
    }

    /** The standard of an item on a day, when it has the route. */
    public Standard inForce(String item, String route, LocalDate on) {
        try {
            Standard standard = standards.inForce(item, on);
            routeOf(standard, route);
            return standard;
        } catch (NoStandardInForce none) {
            throw Problem.of(CaseProblem.NO_STANDARD_IN_FORCE, none)
                    .with("item", item)
                    .with("on", on.toString());
        }
    }

    /** @throws IllegalStateException if the published text is not the one that was pinned */
    Standard pinned(StandardReference reference) {
        Standard standard = standards.version(reference.item(), reference.version());
        if (!standard.digest().equals(reference.digest())) {
            throw new IllegalStateException("the text of " + reference + " was changed after publication");
        }
        return standard;
    }

    /** Nothing outside the standard is asked or taken (a demand must name its criterion). */
    public static void requireKnown(Standard standard, List<Paper> papers) {
        for (Paper paper : papers) {
            if (!standard.paperKinds().contains(paper.kind())) {
                throw outside(standard, "paper", paper.kind());
            }
        }
    }

    static void requireCriterion(Standard standard, String route, String criterion) {
        boolean known =
                routeOf(standard, route).criteria().stream().map(Criterion::id).anyMatch(criterion::equals);
        if (!known) {
            throw outside(standard, "criterion", criterion);
        }
    }

    /** How many days a provisional case may wait for its source. */
    static int settleWithin(Standard standard, String route) {
        return routeOf(standard, route).criteria().stream()
                .filter(criterion -> criterion.id().equals("contributions"))
                .map(criterion -> criterion.settings().number("settleWithin"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(standard.reference() + " has no settleWithin"));
    }

    private static Route routeOf(Standard standard, String route) {
        return standard.route(route).orElseThrow(() -> outside(standard, "route", route));
    }

    private static Problem outside(Standard standard, String part, String value) {
        return Problem.of(CaseProblem.OUTSIDE_STANDARD)
                .with("part", part)
                .with("value", value)
                .with("item", standard.item())
                .with("version", standard.version());
    }
}
