package io.tongban.permit.casefile;

import io.tongban.engine.assessment.DecisionGrounds;
import io.tongban.engine.library.NoStandardInForce;
import io.tongban.engine.library.Standards;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.StandardReference;
import io.tongban.engine.standard.UnknownStandard;
import io.tongban.permit.casefile.look.ApplicableStandards;
import io.tongban.platform.problem.Problem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The standards as cases use them: one is pinned at the first visit, and nothing outside it is asked. */
@Component
public class PinnedStandards {

    private static final String SETTLE_WITHIN = "settleWithin";

    private final Standards standards;

    PinnedStandards(Standards standards) {
        this.standards = standards;
    }

    /**
     * Refuses what is no service item.
     *
     * @throws Problem {@link CaseProblem#ITEM_UNKNOWN} if no version of it was ever published
     */
    public void requireItem(String item) {
        if (standards.all().stream().noneMatch(standard -> standard.item().equals(item))) {
            throw Problem.of(CaseProblem.ITEM_UNKNOWN).withSent("item", item);
        }
    }

    /** The standard of an item on a day. */
    public Standard inForce(String item, LocalDate on) {
        try {
            return standards.inForce(item, on);
        } catch (NoStandardInForce none) {
            requireItem(item);
            throw Problem.of(CaseProblem.STANDARD_NOT_IN_FORCE, none).withSent("item", item);
        }
    }

    /**
     * What a look at a case is made under: the standard of the first visit, and the one in force on the day if it is another and
     * has the route. A newer one that the case goes by already is not taken away by one still newer, nor by a gap.
     */
    public ApplicableStandards applicable(CaseFile file, LocalDate on) {
        Standard pinned = published(file.origin().standard());
        StandardReference used = file.look().standard();
        Standard newer =
                used.equals(pinned.reference()) ? newer(pinned, file.origin().route(), on) : published(used);
        return new ApplicableStandards(pinned, newer, file.looks().chosen());
    }

    private @Nullable Standard newer(Standard pinned, String route, LocalDate on) {
        try {
            Standard inForce = standards.inForce(pinned.item(), on);
            boolean other = !inForce.reference().equals(pinned.reference());
            return other && inForce.route(route).isPresent() ? inForce : null;
        } catch (NoStandardInForce gap) { // the pinned one is for such a day
            return null;
        }
    }

    /**
     * A version that a case goes by.
     *
     * @throws IllegalStateException if the published text is not the one that the case goes by
     */
    public Standard published(StandardReference reference) {
        Standard standard = loaded(reference);
        if (!standard.digest().equals(reference.digest())) {
            throw new IllegalStateException("the text of " + reference + " was changed after publication");
        }
        return standard;
    }

    /** A version that this replica could not load is our failure, and passes. */
    private Standard loaded(StandardReference reference) {
        try {
            return standards.version(reference.item(), reference.version());
        } catch (UnknownStandard missing) {
            throw Problem.of(CaseProblem.STANDARD_NOT_LOADED, missing)
                    .with("item", reference.item())
                    .with("version", reference.version())
                    .header("Retry-After", "30");
        }
    }

    /** Nothing outside the standards is asked or taken (a demand must name its criterion). */
    public static void requireKnown(ApplicableStandards standards, List<Paper> papers, Map<String, String> answers) {
        for (Paper paper : papers) {
            requireIn(standards, knows(paper), "paper", paper.kind());
            paper.says()
                    .forEach((name, value) -> requireIn(
                            standards, canSay(paper.kind(), name, value), "paper", paper.kind() + "." + name));
        }
        // What was answered is the applicant's; the question is enough to find the mistake.
        answers.forEach((question, answer) -> requireIn(standards, accepts(question, answer), "answer", question));
    }

    private static void requireIn(ApplicableStandards standards, Predicate<Standard> known, String part, String value) {
        if (standards.all().stream().noneMatch(known)) {
            throw outside(standards.pinned(), part, value);
        }
    }

    private static Predicate<Standard> knows(Paper paper) {
        return standard -> standard.paperKinds().contains(paper.kind());
    }

    private static Predicate<Standard> canSay(String kind, String name, String value) {
        return standard -> {
            PaperKind paper = standard.words().papers().get(kind);
            return paper != null && paper.canSay(name, value);
        };
    }

    private static Predicate<Standard> accepts(String question, String answer) {
        return standard -> standard.questions()
                .find(question)
                .filter(asked -> asked.accepts(answer))
                .isPresent();
    }

    public static void requireCriterion(Standard standard, String route, String criterion) {
        boolean known =
                routeOf(standard, route).criteria().stream().map(Criterion::id).anyMatch(criterion::equals);
        if (!known) {
            throw outside(standard, "criterion", criterion);
        }
    }

    /** What a decision on the case can stand on, under the standard that it goes by. */
    public static DecisionGrounds grounds(Standard standard, CaseFile file) {
        Map<String, CriterionState> states = new LinkedHashMap<>();
        routeOf(standard, file.origin().route())
                .criteria()
                .forEach(criterion -> states.put(criterion.id(), CriterionState.MET));
        file.look().openPoints().forEach(point -> states.put(point.criterion(), point.state()));
        return new DecisionGrounds(states);
    }

    /** How many days a provisional case may wait for its source; empty where no criterion of the route says so. */
    static OptionalInt settleWithin(Standard standard, String route) {
        return routeOf(standard, route).criteria().stream()
                .map(Criterion::settings)
                .filter(settings -> settings.all().containsKey(SETTLE_WITHIN))
                .mapToInt(settings -> settings.number(SETTLE_WITHIN))
                .max();
    }

    public static void requireRoute(Standard standard, String route) {
        routeOf(standard, route);
    }

    private static Route routeOf(Standard standard, String route) {
        return standard.route(route).orElseThrow(() -> outside(standard, "route", route));
    }

    private static Problem outside(Standard standard, String part, String value) {
        return Problem.of(CaseProblem.PART_UNKNOWN)
                .with("part", part)
                .withSent("value", value)
                .with("item", standard.item())
                .with("version", standard.version());
    }
}
