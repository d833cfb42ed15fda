package io.tongban.permit.casefile.precheck;

import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.RankedLooks;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.permit.casefile.web.AssessmentJson;
import io.tongban.permit.casefile.web.CaseAnswer;
import io.tongban.permit.casefile.web.FactsBody;
import io.tongban.permit.casefile.web.FactsBody.ApplicantBody;
import io.tongban.permit.casefile.web.FactsBody.PaperBody;
import io.tongban.permit.casefile.web.FactsBody.ResidenceBody;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
class PreCheckController {

    /** It is stored in the clear: whatever could be an identity number is no reference. */
    private static final String CONSENT = "(?!.*[0-9]{15})[A-Za-z0-9][A-Za-z0-9/._:@-]{0,127}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PreCheck preCheck;

    PreCheckController(PreCheck preCheck) {
        this.preCheck = preCheck;
    }

    @PostMapping("/api/v1/assessments")
    ObjectNode assess(@Valid @RequestBody PreCheckBody body, PresentedPass presented, Caller caller) {
        PreCheck.Question question = new PreCheck.Question(
                body.item(),
                FactsBody.facts(body.applicant(), body.residence(), body.answers(), body.papers()),
                body.appliedOn(),
                body.consent());
        String route = body.route();
        ObjectNode answer;
        Look read;
        if (route == null) {
            RankedLooks ranked = preCheck.checkAll(question, caller, presented);
            answer = all(ranked);
            read = ranked.source();
        } else {
            read = preCheck.look(question, route, caller, presented);
            answer = AssessmentJson.of(read);
        }
        answer.put("hypothetical", body.appliedOn() != null);
        CaseAnswer.Evidence evidence = CaseAnswer.Evidence.of(read);
        if (evidence != null) {
            answer.putPOJO("evidence", evidence);
        }
        return answer;
    }

    /** Every route as its assessment, with its place among them. */
    private static ObjectNode all(RankedLooks ranked) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putPOJO("standard", ranked.first().standard());
        answer.put("appliedOn", ranked.first().appliedOn().toString());
        ArrayNode routes = answer.putArray("routes");
        ranked.routes()
                .forEach(route -> routes.add(AssessmentJson.of(route.look())
                        .put("rank", route.rank())
                        .put("papersToBring", route.papersToBring())));
        return answer.put("digest", ranked.digest());
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
}
