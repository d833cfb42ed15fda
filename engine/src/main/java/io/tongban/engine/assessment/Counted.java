package io.tongban.engine.assessment;

import io.tongban.engine.point.Mark;
import io.tongban.engine.point.Marks;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.point.Point;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A criterion as it counts: what its rules came to, and what persons have set on it and on its points.
 *
 * @param ruled the state whether or not what is asked binds; the ready date goes by it
 * @param state the state in the assessment
 * @param mark what makes the state another than the rules say; null: nothing does
 * @param missing what is to be brought, without what was dropped
 * @param points what is open of it
 */
record Counted(
        Judgements judgements,
        CriterionState ruled,
        CriterionState state,
        @Nullable Mark mark,
        List<NamedPaper> missing,
        List<OpenPoint> points) {

    Counted {
        missing = List.copyOf(missing);
        points = List.copyOf(points);
    }

    /**
     * As the rules decide, or as a person does while a paper that was brought for it is doubted; what is missing is asked all the same.
     *
     * @param doubted the kinds of the papers that are doubted
     */
    static Counted of(Judgements judgements, Set<String> doubted, Marks marks, Standard standard) {
        boolean isDoubted = !doubted.isEmpty()
                && judgements.criterion().paperKinds().stream().anyMatch(doubted::contains);
        CriterionState state = isDoubted ? CriterionState.REVIEW : judgements.state();
        Counted counted = new Counted(
                judgements,
                state,
                state,
                isDoubted ? Mark.DOUBTED : null,
                judgements.missing(),
                points(judgements, state, judgements.missing(), standard));
        return marks.areNone()
                ? counted
                : counted.withoutDropped(marks).underReview(marks).bindingBy(marks);
    }

    /** Whether a supervisor dropped all that was asked for it. */
    boolean isDropped() {
        return mark == Mark.DROPPED;
    }

    Criterion criterion() {
        return judgements.criterion();
    }

    /** Whether the ready date can be known. */
    boolean forecast() {
        return isDropped() || judgements.forecast();
    }

    @Nullable
    LocalDate metOn() {
        return isDropped() ? null : judgements.metOn();
    }

    /** Whether it is a source that has to answer, or to answer again. */
    boolean waitsForSource() {
        return ruled == judgements.state() && judgements.waitsForSource();
    }

    /** What a reviewer is offered as the answer; null where no person decides, or nothing is suggested. */
    @Nullable
    CriterionState suggested() {
        CriterionState ofRules = judgements.state();
        if (state != CriterionState.REVIEW || ofRules == CriterionState.REVIEW) {
            return judgements.deciding().ruling().suggested();
        }
        return ofRules;
    }

    /**
     * Where papers are missing each is a point, and the criterion itself is one only beside them: when it is not those papers alone
     * that keep it open.
     */
    private static List<OpenPoint> points(
            Judgements judgements, CriterionState state, List<NamedPaper> missing, Standard standard) {
        if (state.isSettled()) {
            return List.of();
        }
        String criterion = judgements.criterion().id();
        boolean isForPapersAlone = state == CriterionState.MISSING || state == CriterionState.TOLERABLE;
        List<OpenPoint> points = new ArrayList<>();
        if (missing.isEmpty() || !isForPapersAlone) {
            points.add(new OpenPoint(new Point(criterion), state));
        }
        for (NamedPaper paper : missing) {
            boolean isCollective = standard.words().collective().containsKey(paper.kind());
            points.add(new OpenPoint(
                    new Point(criterion, paper),
                    isForPapersAlone ? state : CriterionState.MISSING,
                    true,
                    isCollective ? judgements.contracts() : List.of()));
        }
        return points;
    }

    private Counted withoutDropped(Marks marks) {
        List<OpenPoint> left =
                points.stream().filter(point -> !marks.isDropped(point)).toList();
        if (left.size() == points.size()) {
            return this;
        }
        CriterionState now = worst(left);
        return new Counted(
                judgements,
                now,
                now,
                left.isEmpty() ? Mark.DROPPED : mark,
                left.stream()
                        .map(point -> point.point().paper())
                        .filter(Objects::nonNull)
                        .toList(),
                left);
    }

    /** Of what a person has to look at nothing is asked any more; the applicant can contest only what is asked. */
    private Counted underReview(Marks marks) {
        Mark why = marks.reviews().get(criterion().id());
        if (why == null || (why == Mark.CONTESTED && points.stream().noneMatch(OpenPoint::isAsked))) {
            return this;
        }
        CriterionState review = CriterionState.REVIEW;
        OpenPoint itself = new OpenPoint(new Point(criterion().id()), review);
        return new Counted(judgements, review, review, why, List.of(), List.of(itself));
    }

    /** A criterion of which all that is asked does not bind is one that a person decides. */
    private Counted bindingBy(Marks marks) {
        List<OpenPoint> now = points.stream()
                .map(point -> point.isAsked() && marks.isUnconfirmed(point) ? point.notBinding() : point)
                .toList();
        if (now.equals(points)) {
            return this;
        }
        List<OpenPoint> binding = now.stream().filter(OpenPoint::binding).toList();
        boolean isAskedAnyway = binding.stream().anyMatch(OpenPoint::isAsked);
        boolean isReviewAnyway = ruled == CriterionState.REVIEW;
        return isAskedAnyway || isReviewAnyway
                ? new Counted(judgements, ruled, worst(binding), mark, missing, now)
                : new Counted(judgements, ruled, CriterionState.REVIEW, Mark.UNCONFIRMED, missing, now);
    }

    private static CriterionState worst(List<OpenPoint> points) {
        return points.stream()
                .map(OpenPoint::state)
                .max(Comparator.naturalOrder())
                .orElse(CriterionState.MET);
    }
}
