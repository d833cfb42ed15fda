package io.tongban.engine.point;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import java.util.Comparator;
import java.util.List;

/**
 * A point as a look finds it.
 *
 * @param binding false: the applicant need not comply, since it is a breach of the rule of one notice that no supervisor confirmed
 * @param standsFor papers of single units that a collective word, such as one proof of employment, names too
 */
public record OpenPoint(
        Point point,
        CriterionState state,
        boolean binding,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NamedPaper> standsFor) {

    /** Makes the order certain. */
    static final Comparator<OpenPoint> ORDER = Comparator.comparing(OpenPoint::point)
            .thenComparing(OpenPoint::state)
            .thenComparing(point -> point.standsFor.toString());

    public OpenPoint {
        if (state.isSettled()) {
            throw new IllegalArgumentException("nothing is open of what is " + state);
        }
        // What a point stands for is not written where that is nothing.
        standsFor = standsFor == null ? List.of() : List.copyOf(standsFor);
    }

    /** One that binds and stands for nothing but itself. */
    public OpenPoint(Point point, CriterionState state) {
        this(point, state, true, List.of());
    }

    /** Whether it asks the applicant for something; one that waits for a source or a person does not. */
    @JsonIgnore
    public boolean isAsked() {
        return isAsked(state);
    }

    static boolean isAsked(CriterionState state) {
        return switch (state) {
            case MISSING, TOLERABLE, NOT_YET, FAILED -> true;
            case MET, WAIVED, PENDING, REVIEW -> false;
        };
    }

    /** Whether whoever was told this was told the other too: the same point in the same or a worse state. */
    public boolean covers(OpenPoint other) {
        return names(other.point) && state.compareTo(other.state) >= 0;
    }

    /** Whether it is that point or, as a collective word, stands for it. */
    public boolean names(Point other) {
        if (point.isSameAs(other)) {
            return true;
        }
        NamedPaper paper = other.paper();
        return paper != null
                && point.criterion().equals(other.criterion())
                && standsFor.stream().anyMatch(paper::isSameAs);
    }

    /** The same, with which the applicant need not comply. */
    public OpenPoint notBinding() {
        return new OpenPoint(point, state, false, standsFor);
    }

    /** The same, which does not stand for that point. */
    OpenPoint without(Point other) {
        NamedPaper paper = other.paper();
        if (paper == null || !point.criterion().equals(other.criterion())) {
            return this;
        }
        return new OpenPoint(
                point,
                state,
                binding,
                standsFor.stream().filter(named -> !named.isSameAs(paper)).toList());
    }
}
