package io.tongban.permit.casefile.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.permit.casefile.CaseState.DecisionReason;
import io.tongban.permit.casefile.CaseState.Verdict;
import io.tongban.permit.casefile.ReopeningOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reviewers send. */
final class DecisionBodies {

    private DecisionBodies() {}

    /** The order to take a case up again. */
    record ReopeningBody(
            @Schema(
                    description =
                            "REVIEW_DECISION of administrative reconsideration, JUDGMENT of a court, OWN_CORRECTION by the authority.")
            @NotNull
            ReopeningOrder order,

            @Schema(description = "Reference of the decision or the judgment.") @Nullable @Size(max = 200)
            String reference) {}

    /** A decision; reasons name criteria of the standard, each once. */
    @EachCriterionOnce
    record DecisionBody(
            @NotNull Verdict decision,

            @Schema(description = "At least one for a refusal.") @Nullable @Size(max = 50)
            List<@NotNull @Valid ReasonBody> reasons) {

        List<DecisionReason> toReasons() {
            return reasons == null
                    ? List.of()
                    : reasons.stream()
                            .map(reason -> new DecisionReason(reason.criterion(), reason.explanation()))
                            .toList();
        }
    }

    /** One reason. */
    record ReasonBody(
            @Schema(description = "A criterion of the standard that the case goes by.") @NotBlank @Size(max = 60)
            String criterion,

            @Schema(description = "What the reviewer has to say about it.") @NotBlank @Size(max = 4000)
            String explanation) {}
}
