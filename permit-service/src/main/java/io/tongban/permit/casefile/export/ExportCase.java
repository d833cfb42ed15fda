package io.tongban.permit.casefile.export;

import io.tongban.engine.replay.CaseExport;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.check.Check;
import io.tongban.permit.casefile.check.Checks;
import io.tongban.permit.casefile.check.Examination.Evidence;
import io.tongban.permit.casefile.check.KeptCheck;
import io.tongban.permit.casefile.check.KeptCheck.KeptAssessment;
import io.tongban.platform.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a decided case into one document. */
@Component
public class ExportCase {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Checks checks;

    ExportCase(Checks checks) {
        this.checks = checks;
    }

    /** The case with the look that it was decided on. */
    public CaseExport export(CaseFile file) {
        if (!(file.state() instanceof Decided decided)) {
            throw Problem.of(CaseProblem.NOT_DECIDED)
                    .with("caseStatus", file.state().status().name());
        }
        KeptCheck look = checks.latest(file.id().value()).orElseThrow(() -> Problem.of(CaseProblem.EVIDENCE_NOT_KEPT));
        Check check = file.check();
        KeptAssessment used = look.under(check.standard())
                .filter(kept -> kept.digest().equals(check.digest()))
                .orElseThrow(() -> new IllegalStateException("case " + file.id() + " does not go by its latest look"));
        return new CaseExport(
                CaseExport.FORMAT,
                about(file, look),
                check.standard(),
                look.facts().assessed(check.appliedOn()),
                record(check.asOf(), look.evidence()),
                JSON.readTree(used.assessment()),
                used.digest(),
                look.assessments().stream()
                        .filter(kept -> !kept.standard().equals(check.standard()))
                        .map(kept -> new CaseExport.Other(
                                CaseExport.Role.valueOf(kept.role().name()),
                                kept.standard(),
                                JSON.readTree(kept.assessment()),
                                kept.digest()))
                        .findFirst()
                        .orElse(null),
                new CaseExport.Decision(
                        CaseExport.Answer.valueOf(decided.verdict().name()),
                        decided.on(),
                        decided.reasons().stream()
                                .map(reason -> new CaseExport.DecisionReason(reason.criterion(), reason.explanation()))
                                .toList()));
    }

    private static CaseExport.About about(CaseFile file, KeptCheck look) {
        return new CaseExport.About(
                file.id().value(),
                file.origin().route(),
                file.origin().standard(),
                file.origin().responsible().value(),
                file.origin().firstContact().window(),
                file.origin().firstContact().at(),
                look.businessAt());
    }

    private static CaseExport.@Nullable SourceRecord record(@Nullable LocalDate asOf, @Nullable Evidence evidence) {
        if (evidence != null) {
            return new CaseExport.SourceRecord(evidence.asOf(), evidence.id(), evidence.jws());
        }
        return asOf == null ? null : new CaseExport.SourceRecord(asOf, null, null);
    }
}
