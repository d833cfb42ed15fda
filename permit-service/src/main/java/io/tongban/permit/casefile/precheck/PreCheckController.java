package io.tongban.permit.casefile.precheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.RankedLooks;
import io.tongban.permit.casefile.look.RankedLooks.RankedLook;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.permit.casefile.web.AssessmentJson;
import io.tongban.permit.casefile.web.CaseAnswer;
import io.tongban.permit.casefile.web.FactsBody;
import io.tongban.permit.casefile.web.FactsBody.ApplicantBody;
import io.tongban.permit.casefile.web.FactsBody.PaperBody;
import io.tongban.permit.casefile.web.FactsBody.ResidenceBody;
import io.tongban.permit.casefile.web.References;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
class PreCheckController {

    /** It is stored in the clear: whatever could be an identity number is no reference. */
    private static final String CONSENT = "(?!.*[0-9]{15})[A-Za-z0-9][A-Za-z0-9/._:@-]{0,127}";

    private final PreCheck preCheck;

    PreCheckController(PreCheck preCheck) {
        this.preCheck = preCheck;
    }

    @PostMapping("/api/v1/assessments")
    PreCheckAnswer assess(@Valid @RequestBody PreCheckBody body, PresentedPass presented, Caller caller) {
        PreCheck.Question question = new PreCheck.Question(
                body.item(),
                FactsBody.facts(body.applicant(), body.residence(), body.answers(), body.papers()),
                body.appliedOn(),
                body.consent());
        return PreCheckAnswer.of(preCheck.check(question, body.route(), caller, presented), body.appliedOn() != null);
    }

    /**
     * Facts to be assessed; with a date of one's own the answer is hypothetical.
     *
     * @param route null: every route
     */
    record PreCheckBody(
            @NotBlank @Size(max = 60) String item,
            @Nullable @Size(min = 1, max = 60) String route,
            @Nullable LocalDate appliedOn,
            @NotNull @Valid ApplicantBody applicant,
            @NotNull @Valid ResidenceBody residence,

            @Nullable @Size(max = 50)
            Map<@Pattern(regexp = FactsBody.NAME) String, @NotNull @Size(max = 60) String> answers,

            @Nullable @Size(max = 100) List<@NotNull @Valid PaperBody> papers,
            @Nullable @Pattern(regexp = CONSENT) String consent) {}

    /**
     * What was found, in one shape whether one route was asked for or all.
     *
     * @param hypothetical whether it is of a day of the asker's own
     * @param routes the one that is soonest open to the applicant first; each an assessment with its {@code digest}, its
     *     {@code rank} and how many {@code papersToBring}
     * @param digest over the digests of the assessments in this order
     * @param evidence what was read at the source; absent where no source was asked or none answered
     * @param references the address of each text of law that the assessments name, by its reference there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreCheckAnswer(
            String item,
            StandardReference standard,
            LocalDate appliedOn,
            boolean hypothetical,
            List<ObjectNode> routes,
            String digest,
            CaseAnswer.@Nullable Evidence evidence,
            Map<String, String> references) {

        static PreCheckAnswer of(RankedLooks ranked, boolean hypothetical) {
            Look first = ranked.first();
            return new PreCheckAnswer(
                    first.standard().item(),
                    first.standard(),
                    first.appliedOn(),
                    hypothetical,
                    ranked.routes().stream().map(PreCheckAnswer::route).toList(),
                    ranked.digest(),
                    CaseAnswer.Evidence.of(ranked.source()),
                    References.of(ranked.routes().stream().map(RankedLook::look).toList()));
        }

        private static ObjectNode route(RankedLook route) {
            return AssessmentJson.of(route.look())
                    .put("rank", route.rank())
                    .put("papersToBring", route.papersToBring());
        }
    }
}
