package io.tongban.permit.casefile.export;

import io.tongban.engine.replay.CaseExport;
import io.tongban.permit.casefile.ActGuard;
import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.CaseState.Closed;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.look.Examination.Evidence;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.StoredLook;
import io.tongban.permit.casefile.look.StoredLook.StoredAssessment;
import io.tongban.permit.casefile.look.StoredLooks;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a decided case into one document. */
@Component
public class ExportCase {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StoredLooks looks;

    ExportCase(StoredLooks looks) {
        this.looks = looks;
    }

    /** The case with the look that it was decided on. */
    public CaseExport export(CaseFile file) {
        if (file.state() instanceof Closed closed) {
            throw ActGuard.closed(closed);
        }
        if (!(file.state() instanceof Decided decided)) {
            throw Problem.of(CaseProblem.CASE_NOT_DECIDED)
                    .with("caseStatus", file.state().status().name());
        }
        StoredLook stored = looks.latest(
                        file.id().value(), file.origin().standard().item())
                .orElseThrow(() -> Problem.of(CaseProblem.EVIDENCE_NOT_KEPT));
        Look look = file.look();
        StoredAssessment used = stored.under(look.standard())
                .filter(other -> other.digest().equals(look.digest()))
                .orElseThrow(() -> new IllegalStateException("case " + file.id() + " does not go by its latest look"));
        return new CaseExport(
                CaseExport.FORMAT,
                about(file, stored),
                look.standard(),
                stored.facts().assessed(look.appliedOn()),
                record(look.asOf(), stored.evidence()),
                JSON.readTree(used.assessment()),
                used.digest(),
                stored.assessments().stream()
                        .filter(other -> !other.standard().equals(look.standard()))
                        .map(other -> new CaseExport.Other(
                                CaseExport.Role.valueOf(other.role().name()),
                                other.standard(),
                                JSON.readTree(other.assessment()),
                                other.digest()))
                        .findFirst()
                        .orElse(null),
                new CaseExport.Decision(
                        CaseExport.Answer.valueOf(decided.verdict().name()),
                        decided.on(),
                        decided.reasons().stream()
                                .map(reason -> new CaseExport.DecisionReason(reason.criterion(), reason.explanation()))
                                .toList()));
    }

    private static CaseExport.About about(CaseFile file, StoredLook stored) {
        return new CaseExport.About(
                file.id().value(),
                file.origin().route(),
                file.origin().standard(),
                file.origin().responsible().value(),
                file.origin().firstContact().window(),
                onBusinessClock(file.origin().firstContact().at()),
                onBusinessClock(stored.businessAt()));
    }

    private static OffsetDateTime onBusinessClock(Instant moment) {
        return moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }

    private static CaseExport.@Nullable SourceRecord record(@Nullable LocalDate asOf, @Nullable Evidence evidence) {
        if (evidence != null) {
            return new CaseExport.SourceRecord(evidence.asOf(), evidence.id(), evidence.jws());
        }
        return asOf == null ? null : new CaseExport.SourceRecord(asOf, null, null);
    }
}
