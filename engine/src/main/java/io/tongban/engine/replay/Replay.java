package io.tongban.engine.replay;

import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.DecisionGrounds;
import io.tongban.engine.assessment.Favour;
import io.tongban.engine.canonical.CanonicalJson;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.SignedRecord;
import io.tongban.engine.contributions.record.SourcedRecord;
import io.tongban.engine.library.Standards;
import io.tongban.engine.replay.CaseExport.Other;
import io.tongban.engine.replay.CaseExport.SourceRecord;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.StandardReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the assessments of a decided case again, from its own evidence and the standards that it names. */
public final class Replay {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Standards standards;
    private final @Nullable JWKSet keys;
    private final Assessor assessor = new Assessor();
    private final List<String> notes = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    /** {@code keys} are those of the insurance adapter; without them the signature is not checked. */
    public Replay(Standards standards, @Nullable JWKSet keys) {
        this.standards = standards;
        this.keys = keys;
    }

    /** What was found; it comes out the same when there is no difference. */
    public record Result(List<String> notes, List<String> differences) {

        public Result {
            notes = List.copyOf(notes);
            differences = List.copyOf(differences);
        }
    }

    /**
     * The case once more.
     *
     * @throws io.tongban.engine.standard.UnknownStandard if a version that it names is not among the standards
     */
    public Result of(CaseExport export) {
        try {
            ContributionRecord record = record(export.record());
            Assessment used = again(export, export.standard(), export.assessment(), export.digest(), record);
            compareDecision(export, used);
            Other other = export.other();
            if (other != null) {
                Assessment otherwise = again(export, other.standard(), other.assessment(), other.digest(), record);
                compareFavour(export, used, otherwise);
            }
        } catch (RecordUnreadable unreadable) {
            differences.add("record: " + unreadable.getMessage());
        }
        return new Result(notes, differences);
    }

    private @Nullable ContributionRecord record(@Nullable SourceRecord kept) throws RecordUnreadable {
        if (kept == null) {
            notes.add("record: no source was asked");
            return null;
        }
        String jws = kept.jws();
        if (jws == null) {
            notes.add("record: no source answered on " + kept.asOf() + ", so there is no signature to check");
            return ContributionRecord.unavailable(kept.asOf());
        }
        try {
            SignedRecord signed = SignedRecord.parse(jws);
            checkSignature(signed);
            SourcedRecord content = signed.content();
            differ("evidence", kept.evidence(), content.evidenceId());
            differ("record of", kept.asOf(), content.record().asOf());
            return content.record();
        } catch (IllegalArgumentException malformed) {
            throw new RecordUnreadable(malformed);
        }
    }

    private void checkSignature(SignedRecord signed) {
        if (keys == null) {
            notes.add("signature of the record: not checked; name the insurance adapter's keys with --keys");
        } else if (signed.isSignedBy(keys.getKeys())) {
            notes.add("signature of the record: genuine");
        } else {
            differences.add("signature of the record: none of the keys made it");
        }
    }

    private Assessment again(
            CaseExport export,
            StandardReference named,
            JsonNode kept,
            String digest,
            @Nullable ContributionRecord record) {
        Standard standard = standards.version(named.item(), named.version());
        differ("text of standard " + named.version(), named.digest(), standard.digest());
        differ("digest of the assessment under " + named.version(), digest, digestOf(kept));
        Assessment again =
                assessor.assess(standard, export.about().route(), export.facts().under(standard, record));
        AssessmentDifferences.between(kept, JSON.readTree(again.canonical().json()))
                .forEach(difference -> differences.add(named.version() + " " + difference));
        return again;
    }

    /** What was decided must be able to stand on the assessment as it is made again. */
    private void compareDecision(CaseExport export, Assessment used) {
        CaseExport.Decision decision = export.decision();
        DecisionGrounds grounds = DecisionGrounds.of(used);
        if (decision.decidedOn().isBefore(export.about().checkedAt().toLocalDate())) {
            differences.add("decision: of " + decision.decidedOn() + ", before the look that it stands on, "
                    + export.about().checkedAt().toLocalDate());
        }
        switch (decision.decision()) {
            case GRANTED -> grounds.againstGrant().forEach(criterion -> differ(decision, criterion, grounds));
            case REFUSED -> {
                if (decision.reasons().isEmpty()) {
                    differences.add("decision: REFUSED in the case, without a reason");
                }
                decision.reasons().stream()
                        .map(CaseExport.DecisionReason::criterion)
                        .filter(criterion -> !grounds.canBeReason(criterion))
                        .forEach(criterion -> differ(decision, criterion, grounds));
            }
        }
    }

    private void differ(CaseExport.Decision decision, String criterion, DecisionGrounds grounds) {
        CriterionState state = grounds.states().get(criterion);
        differences.add("decision: " + decision.decision() + " in the case, and " + criterion + " is "
                + (state == null ? "no criterion of it" : state));
    }

    /** Which of the two versions counts must follow from the two assessments, unless the applicant chose. */
    private void compareFavour(CaseExport export, Assessment used, Assessment other) {
        boolean usedIsPinned = export.standard().equals(export.about().pinned());
        Favour favour = usedIsPinned ? Favour.between(used, other) : Favour.between(other, used);
        boolean follows = favour == Favour.APPLICANTS_CHOICE || usedIsPinned == (favour == Favour.PINNED);
        if (!follows) {
            differ("version used", used.standard().version(), other.standard().version());
        }
    }

    private void differ(String what, @Nullable Object kept, Object again) {
        if (!again.equals(kept)) {
            differences.add(what + ": " + kept + " in the case, " + again + " made again");
        }
    }

    private static String digestOf(JsonNode assessment) {
        try {
            return CanonicalJson.digest(CanonicalJson.of(JSON.treeToValue(assessment, Object.class)));
        } catch (IllegalArgumentException notCanonical) {
            return "none (" + notCanonical.getMessage() + ")";
        }
    }

    /** The signed record is no record, so that nothing can be made again. */
    private static final class RecordUnreadable extends Exception {

        private RecordUnreadable(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
