package io.tongban.permit.casefile.precheck;

import io.tongban.permit.casefile.check.Check;
import io.tongban.permit.casefile.visitpass.VisitPassVerifier;
import io.tongban.permit.casefile.web.AssessmentJson;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
class PreCheckController {

    private final PreCheck preCheck;

    PreCheckController(PreCheck preCheck) {
        this.preCheck = preCheck;
    }

    @PostMapping("/api/v1/assessments")
    ObjectNode assess(
            @Valid @RequestBody PreCheckBody body,
            @RequestHeader(name = VisitPassVerifier.HEADER, required = false) @Nullable String visitPass,
            Caller caller) {
        Check check = preCheck.check(
                new PreCheck.Question(
                        body.item(),
                        body.route(),
                        FactsBody.facts(body.applicant(), body.residence(), body.papers()),
                        body.appliedOn(),
                        body.consent()),
                caller,
                visitPass);
        ObjectNode answer = AssessmentJson.of(check);
        answer.put("hypothetical", body.appliedOn() != null);
        if (check.evidenceId() != null) {
            answer.putObject("evidence")
                    .put("id", check.evidenceId().toString())
                    .put("asOf", String.valueOf(check.asOf()));
        }
        return answer;
    }

    /** Facts to be assessed; with a date of one's own the answer is hypothetical. */
    record PreCheckBody(
            @NotBlank @Size(max = 60) String item,
            @NotBlank @Size(max = 60) String route,
            @Nullable LocalDate appliedOn,
            @NotNull @Valid ApplicantBody applicant,
            @NotNull @Valid ResidenceBody residence,
            @Nullable @Size(max = 100) List<@NotNull @Valid PaperBody> papers,
            @Nullable @Pattern(regexp = "[!-~]{1,200}") String consent) {}
}
