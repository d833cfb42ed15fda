package io.tongban.permit.assessment;

import io.tongban.permit.contributions.ContributionRecord;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an assessment depends on beside the standard.
 *
 * @param appliedOn the application date; never moved by a later look at the source
 * @param papers null: the papers are not looked at, and criteria that need them are left out; empty: none was brought
 */
public record Facts(
        LocalDate appliedOn,
        Applicant applicant,
        Residence residence,
        @Nullable List<Paper> papers,
        ContributionRecord record) {

    public Facts {
        papers = papers == null ? null : List.copyOf(papers);
    }
}
