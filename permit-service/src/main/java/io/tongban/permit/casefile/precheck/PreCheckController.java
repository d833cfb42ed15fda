package io.tongban.permit.casefile.precheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.consent.ConsentProblem;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.RankedLooks;
import io.tongban.permit.casefile.look.RankedLooks.RankedLook;
import io.tongban.permit.casefile.stated.FactsBody;
import io.tongban.permit.casefile.stated.FactsBody.ApplicantBody;
import io.tongban.permit.casefile.stated.FactsBody.PaperBody;
import io.tongban.permit.casefile.stated.FactsBody.ResidenceBody;
import io.tongban.permit.casefile.stated.FactsBody.StatedFacts;
import io.tongban.permit.casefile.stated.PlausibleDay;
import io.tongban.permit.casefile.view.AssessmentAnswer;
import io.tongban.permit.casefile.view.AssessmentJson;
import io.tongban.permit.casefile.view.CaseAnswer;
import io.tongban.permit.casefile.view.References;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Assesses facts without a case. */
@RestController
@Tag(name = "assessments", description = "What facts come to, before there is a case.")
class PreCheckController {

    private final PreCheck preCheck;

    PreCheckController(PreCheck preCheck) {
        this.preCheck = preCheck;
    }

    @PostMapping("/api/v1/assessments")
    @Operation(
            operationId = "assess",
            summary = "Assess facts without a case",
            description =
                    "Assesses one route, or every route of the item, the one that is soonest open to the applicant first."
                            + " Applicants ask about themselves, clerks during a visit, partners with the applicant's consent; who"
                            + " asked is recorded.")
    @CaseProblem.Answers({
        CaseProblem.ITEM_UNKNOWN,
        CaseProblem.STANDARD_NOT_IN_FORCE,
        CaseProblem.PART_UNKNOWN,
        CaseProblem.NUMBER_NOT_YOURS
    })
    @PreCheckProblem.Answers(PreCheckProblem.PRE_CHECKS_USED_UP)
    @ConsentProblem.Answers(ConsentProblem.CONSENT_MISSING)
    PreCheckAnswer assess(@Valid @RequestBody PreCheckBody body, PresentedPass presented, Caller caller) {
        PreCheck.Question question = new PreCheck.Question(body.item(), body.facts(), body.appliedOn(), body.consent());
        return PreCheckAnswer.of(preCheck.check(question, body.route(), caller, presented), body.appliedOn() != null);
    }

    /**
     * Facts to be assessed; with a date of one's own the answer is hypothetical.
     *
     * @param route null: every route
     */
    record PreCheckBody(
            @NotBlank @Size(max = 60) String item,

            @Schema(description = "Absent: every route.") @Nullable @Size(min = 1, max = 60)
            String route,

            @Schema(description = "Absent: today. A day of the asker's own makes the answer hypothetical.")
            @Nullable
            @PlausibleDay
            LocalDate appliedOn,

            @NotNull @Valid ApplicantBody applicant,
            @NotNull @Valid ResidenceBody residence,

            @Schema(description = FactsBody.ANSWERS) @Nullable @Size(max = 50)
            Map<@Pattern(regexp = FactsBody.NAME) String, @NotNull @Size(max = 60) String> answers,

            @Schema(description = FactsBody.PAPERS) @Nullable @Size(max = 100)
            List<@NotNull @Valid PaperBody> papers,

            @Schema(description = "Id of the applicant's consent, which a partner must have.") @Nullable
            UUID consent)
            implements StatedFacts {}

    /** The shape of a route's assessment among the others, for the description of the interface only. */
    record AssessedRoute(
            @JsonUnwrapped AssessmentAnswer assessment,

            @Schema(description = "The same for routes that are equally soon.")
            int rank,

            @Schema(description = "How many papers are still to be brought.")
            int papersToBring) {}

    /**
     * What was found, in one shape whether one route was asked for or all.
     *
     * @param hypothetical whether it is of a day of the asker's own
     * @param routes the one that is soonest open to the applicant first; each an assessment with its {@code digest}, its
     *     {@code rank} and how many {@code papersToBring}
     * @param digest over the digests of the assessments in this order
     * @param evidence what was read at the source, for the first of these routes that needed it; absent where no source was asked or
     *     none answered
     * @param sourceNotAsked absent unless a route waits for a source that could not be asked yet
     * @param references the address of each text of law that the assessments name, by its reference there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreCheckAnswer(
            String item,
            StandardReference standard,
            LocalDate appliedOn,

            @Schema(description = "Whether it is of a day of the asker's own.")
            boolean hypothetical,

            @ArraySchema(
                    arraySchema = @Schema(description = "The one that is soonest open to the applicant first."),
                    schema = @Schema(implementation = AssessedRoute.class))
            List<JsonNode> routes,

            @Schema(description = "Over the digests of the assessments in this order.")
            String digest,

            @Schema(
                    description =
                            "What was read at the source, for the first of these routes that needed it; left out where no source was"
                                    + " asked or none answered.")
            CaseAnswer.@Nullable Evidence evidence,

            @Schema(description = "Where a source could not be asked yet; else left out.")
            CaseAnswer.@Nullable SourceNotAsked sourceNotAsked,

            @Schema(description = "The address of each text of law that the assessments name, by its reference there.")
            Map<String, String> references) {

        static PreCheckAnswer of(RankedLooks ranked, boolean hypothetical) {
            Look first = ranked.first();
            return new PreCheckAnswer(
                    first.standard().item(),
                    first.standard(),
                    first.appliedOn(),
                    hypothetical,
                    ranked.routes().stream()
                            .<JsonNode>map(PreCheckAnswer::route)
                            .toList(),
                    ranked.digest(),
                    CaseAnswer.Evidence.of(ranked.source()),
                    ranked.routes().stream()
                            .map(route -> CaseAnswer.SourceNotAsked.of(route.look(), false))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null),
                    References.of(ranked.routes().stream().map(RankedLook::look).toList()));
        }

        private static ObjectNode route(RankedLook route) {
            return AssessmentJson.of(route.look())
                    .put("rank", route.rank())
                    .put("papersToBring", route.papersToBring());
        }
    }
}
