package io.tongban.engine.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.point.Marks;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What assessments see of a case: neither name nor number.
 *
 * @param marks what persons have set on criteria and points; null where nobody has set anything, and then not written
 */
public record AssessedFacts(
        LocalDate appliedOn,
        Identity identity,
        Residence residence,
        Map<String, String> answers,
        List<Paper> papers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Marks marks) {

    public AssessedFacts {
        Objects.requireNonNull(appliedOn, "appliedOn");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(residence, "residence");
        answers = Map.copyOf(answers);
        papers = List.copyOf(papers);
        marks = marks == null || marks.areNone() ? null : marks;
    }

    /** Those of a case on which nobody has set anything. */
    public AssessedFacts(
            LocalDate appliedOn,
            Identity identity,
            Residence residence,
            Map<String, String> answers,
            List<Paper> papers) {
        this(appliedOn, identity, residence, answers, papers, null);
    }

    /** The same with what persons have set. */
    public AssessedFacts with(Marks set) {
        return new AssessedFacts(appliedOn, identity, residence, answers, papers, set);
    }

    /**
     * The facts as one standard sees them: a version does not know the questions of another.
     *
     * @param record null where no source was asked
     */
    public Facts under(Standard standard, @Nullable ContributionRecord record) {
        Map<String, String> known = new HashMap<>(answers);
        known.entrySet()
                .removeIf(answer -> standard.questions()
                        .find(answer.getKey())
                        .filter(question -> question.accepts(answer.getValue()))
                        .isEmpty());
        return new Facts(appliedOn, identity, residence, known, papers, record, marks == null ? Marks.NONE : marks);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "AssessedFacts[hidden]";
    }
}
