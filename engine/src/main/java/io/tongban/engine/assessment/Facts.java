package io.tongban.engine.assessment;

import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.point.Marks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an assessment depends on beside the standard.
 *
 * @param appliedOn the application date; never moved by a later look at the source
 * @param answers to the standard's questions, as written; a question that is not in it was not answered
 * @param papers null: the papers are not looked at, and criteria that need them are left out; empty: none was brought
 * @param record null: no source was asked, which never hurts the applicant
 * @param marks what persons have set on criteria and points
 */
public record Facts(
        LocalDate appliedOn,
        Identity identity,
        Residence residence,
        Map<String, String> answers,
        @Nullable List<Paper> papers,
        @Nullable ContributionRecord record,
        Marks marks) {

    public Facts {
        answers = Map.copyOf(answers);
        papers = papers == null ? null : List.copyOf(papers);
    }

    /** Those of a case on which nobody has set anything. */
    public Facts(
            LocalDate appliedOn,
            Identity identity,
            Residence residence,
            Map<String, String> answers,
            @Nullable List<Paper> papers,
            @Nullable ContributionRecord record) {
        this(appliedOn, identity, residence, answers, papers, record, Marks.NONE);
    }
}
