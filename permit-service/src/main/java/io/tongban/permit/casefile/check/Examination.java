package io.tongban.permit.casefile.check;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Favour;
import io.tongban.engine.standard.StandardReference;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look at all criteria under each standard that may apply, on the same facts and the same evidence.
 *
 * @param evidence null where no source was asked, or none answered
 * @param kept what comes out under the standard that the case keeps
 * @param newer what comes out under the one in force on the day; null if that is not another
 * @param findings what counts of it
 */
public record Examination(
        CaseFacts facts,
        @Nullable Evidence evidence,
        Found kept,
        @Nullable Found newer,
        Findings findings) {

    /** With what counts: that which favours the applicant, or where nothing is better what he chose or may choose. */
    static Examination of(
            CaseFacts facts,
            @Nullable Evidence evidence,
            Found kept,
            @Nullable Found newer,
            @Nullable StandardReference chosen) {
        return new Examination(facts, evidence, kept, newer, findings(kept, newer, chosen));
    }

    private static Findings findings(Found kept, @Nullable Found newer, @Nullable StandardReference chosen) {
        if (newer == null) {
            return new Findings(kept.check(), null, chosen);
        }
        return switch (Favour.between(kept.assessment(), newer.assessment())) {
            case KEPT -> new Findings(kept.check(), null, chosen);
            case NEWER -> new Findings(newer.check(), null, chosen);
            case HIS_CHOICE -> byChoice(kept.check(), newer.check(), chosen);
        };
    }

    private static Findings byChoice(Check kept, Check newer, @Nullable StandardReference chosen) {
        if (newer.standard().equals(chosen)) {
            return new Findings(newer, kept, chosen);
        }
        return new Findings(kept, newer, kept.standard().equals(chosen) ? chosen : null);
    }

    /** The check that counts. */
    public Check used() {
        return findings.used();
    }

    /** The check under the other standard, whether or not there is a choice; null if there was one standard only. */
    public @Nullable Check other() {
        if (newer == null) {
            return null;
        }
        return used().equals(kept.check()) ? newer.check() : kept.check();
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Examination[hidden]";
    }

    /** A record as its source signed it. */
    public record Evidence(UUID id, LocalDate asOf, String jws) {

        @Override
        public String toString() {
            return "Evidence[" + id + "]";
        }
    }

    /** What came out under one standard. */
    public record Found(Assessment assessment, Check check) {}
}
