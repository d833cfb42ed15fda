package io.tongban.community.visit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.community.trip.PartialCode;
import io.tongban.community.visit.points.CheckedPoints;
import io.tongban.community.visit.points.Completeness;
import io.tongban.community.visit.points.CriterionState;
import io.tongban.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a visit ended: what was to be checked and what was, and why not all of it. */
record EndVisitRequest(
        @JsonProperty("case") @Nullable UUID caseId,
        @NotEmpty @Size(max = 100) List<@NotBlank @Pattern(regexp = CRITERION) String> toCheck,
        @NotNull @Size(max = 100) List<@Valid @NotNull Point> checked,

        @Nullable @Pattern(regexp = NOTICE) String notice,

        @Schema(description = "Why not everything was checked; left out when everything was.") @Nullable
        PartialCode code,

        @Schema(description = "The same in the clerk's words, where there is more to say.")
        @Nullable
        @Size(max = 500)
        @Pattern(regexp = SOMETHING, message = "{field.not-blank}")
        String reason) {

    /** Absent is fine, a blank is not; the full-width space of Chinese keyboards is one too. */
    private static final String SOMETHING = "(?sU).*\\S.*";

    /** As standards name their criteria, and no number of a person in it: it is stored in the clear. */
    private static final String CRITERION = "(?!.*[0-9]{5})[a-z][a-z0-9-]{0,59}";

    /** As notices are numbered: letters, year, number. */
    private static final String NOTICE = "[A-Z]{1,3}(-[0-9]{1,8}){1,2}";

    /** What the check of one criterion came to. */
    record Point(
            @NotBlank @Pattern(regexp = CRITERION) String criterion,
            @NotNull CriterionState state) {}

    /**
     * What was checked.
     *
     * @throws Problem {@link VisitProblem#POINT_NOT_TO_CHECK} or {@link VisitProblem#POINT_CHECKED_TWICE}
     */
    CheckedPoints points() {
        Map<String, CriterionState> states = new LinkedHashMap<>();
        for (Point point : checked) {
            if (!toCheck.contains(point.criterion())) {
                throw Problem.of(VisitProblem.POINT_NOT_TO_CHECK).withSent("criterion", point.criterion());
            }
            if (states.put(point.criterion(), point.state()) != null) {
                throw Problem.of(VisitProblem.POINT_CHECKED_TWICE).withSent("criterion", point.criterion());
            }
        }
        return new CheckedPoints(new LinkedHashSet<>(toCheck), states);
    }

    /**
     * How the visit ends.
     *
     * @param compared whether the points were compared with the criteria of the item's standards
     * @param why why not everything was checked
     * @throws Problem {@link VisitProblem#PARTIAL_VISIT_NEEDS_CODE}, {@link VisitProblem#PARTIAL_VISIT_GIVES_NO_NOTICE} or
     *     {@link VisitProblem#COMPLETE_VISIT_HAS_NO_CODE}
     */
    VisitEnd.Outcome outcome(CheckedPoints points, boolean compared, @Nullable PartialCode why) {
        if (points.completeness() == Completeness.COMPLETE) {
            if (why != null) {
                throw Problem.of(VisitProblem.COMPLETE_VISIT_HAS_NO_CODE);
            }
        } else if (why == null) {
            throw Problem.of(VisitProblem.PARTIAL_VISIT_NEEDS_CODE).with("unchecked", points.unchecked());
        } else if (notice != null) {
            throw Problem.of(VisitProblem.PARTIAL_VISIT_GIVES_NO_NOTICE).with("unchecked", points.unchecked());
        }
        return new VisitEnd.Outcome(points, compared, why, reason, caseId, notice);
    }
}
