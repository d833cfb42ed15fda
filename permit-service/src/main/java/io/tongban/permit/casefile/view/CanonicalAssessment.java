package io.tongban.permit.casefile.view;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.assessment.Reason;
import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.contributions.ContributionUnit;
import io.tongban.engine.contributions.HistoryFlag;
import io.tongban.engine.contributions.MonthState;
import io.tongban.engine.papers.Lapse;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.StandardReference;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of an assessment, for the description of the interface only: what is answered is the stored text that the digest
 * covers, and never made of this.
 */
public record CanonicalAssessment(
        String item,
        StandardReference standard,
        String route,
        LocalDate appliedOn,

        @Schema(description = "The day of the contribution record; null where the route depends on none.") @Nullable
        LocalDate asOf,

        @Schema(description = "The worst of the criteria.") Outcome outcome,
        List<Criterion> criteria,

        @Schema(
                description =
                        "The first day on which every criterion is met at the same time, if the applicant goes on as"
                                + " now; null: unknown.")
        @Nullable
        LocalDate readyOn,

        @Schema(description = "The last contribution month that is needed; null unless contributions are NOT_YET.")
        @Nullable
        YearMonth through,

        @Schema(description = MISSING) List<NamedPaper> missing,

        @Schema(description = "Papers that the assessment relies on and that end soon.")
        List<Lapse> lapsing,

        List<Month> months,

        @Schema(description = "Null where the route depends on no contribution record.") @Nullable
        Run run,

        List<HistoryFlag> flags) {

    private static final String MISSING =
            "What is to be brought, each as `kind` or, where the paper of one unit is meant, `kind:UNIT`.";

    /** What one criterion comes to. */
    record Criterion(
            String id,
            Text name,
            CriterionState state,
            List<LegalBasis> basis,

            @Schema(description = "What it was decided on; text, since the digest covers it.")
            Map<String, String> figures,

            List<Reason> reasons,
            @Schema(description = MISSING) List<NamedPaper> missing,

            @Schema(
                    description =
                            "The day on which it will be met if what is missing is brought; null: no one day is known.")
            @Nullable
            LocalDate metOn,

            @Schema(description = "What a reviewer is offered for REVIEW; else null.") @Nullable
            CriterionState suggested,

            List<DecidedFrom> decidedFrom,

            @Schema(description = "The one of several ways that decided; null where the criterion itself did.")
            @Nullable
            String alternative,

            @Schema(description = "The layer of the standard that asks for it.")
            Origin origin) {}

    /** A register or source, which has {@code register} and {@code asOf}, or a paper, which has the others. */
    record DecidedFrom(
            Text name,

            @Schema(description = "Of a register or source: which one, such as `residence` or `contributions`.")
            @Nullable
            String register,

            @Schema(description = "The day on which the source answered.") @Nullable
            LocalDate asOf,

            @Schema(description = "Of a paper: its kind.") @Nullable
            String paper,

            @Nullable String unit,

            @Schema(description = "The unit's name as the paper writes it.") @Nullable
            String unitName,

            @Nullable LocalDate from,
            @Nullable LocalDate until,

            @Schema(description = "What is read in the paper beside its dates.") @Nullable
            Map<String, String> says) {}

    /** One calendar month of the contribution history. */
    record Month(
            YearMonth month,
            MonthState state,

            @Schema(
                    description =
                            "Not paid as far as it was read, and some area and kind that counts was not read; such a month"
                                    + " proves nothing and refuses nothing.")
            boolean unread,

            List<HistoryFlag> flags,

            @Schema(description = "The units whose rows gave the month its state.")
            List<ContributionUnit> units) {}

    /** The unbroken paid months up to now. */
    record Run(
            int counted,
            @Nullable YearMonth first,
            @Nullable YearMonth last,

            @Schema(description = "Months within the run that are declared and not paid in yet.")
            List<YearMonth> pending,

            @Schema(description = "The unpaid months that ended the run.")
            List<YearMonth> gap) {}
}
