package io.tongban.permit.casefile.look;

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
 * @param pinned what comes out under the standard that the case keeps
 * @param newer what comes out under the one in force on the day; null if that is not another
 * @param looks what counts of it
 */
public record Examination(
        CaseFacts facts,
        @Nullable Evidence evidence,
        Found pinned,
        @Nullable Found newer,
        ApplicableLooks looks) {

    /** With what counts: that which favours the applicant, or where nothing is better what the applicant chose or may choose. */
    static Examination of(
            CaseFacts facts,
            @Nullable Evidence evidence,
            Found pinned,
            @Nullable Found newer,
            @Nullable StandardReference chosen) {
        return new Examination(facts, evidence, pinned, newer, looks(pinned, newer, chosen));
    }

    private static ApplicableLooks looks(Found pinned, @Nullable Found newer, @Nullable StandardReference chosen) {
        if (newer == null) {
            return new ApplicableLooks(pinned.look(), null, chosen);
        }
        return switch (Favour.between(pinned.assessment(), newer.assessment())) {
            case PINNED -> new ApplicableLooks(pinned.look(), null, chosen);
            case NEWER -> new ApplicableLooks(newer.look(), null, chosen);
            case APPLICANTS_CHOICE -> byChoice(pinned.look(), newer.look(), chosen);
        };
    }

    private static ApplicableLooks byChoice(Look pinned, Look newer, @Nullable StandardReference chosen) {
        if (newer.standard().equals(chosen)) {
            return new ApplicableLooks(newer, pinned, chosen);
        }
        return new ApplicableLooks(pinned, newer, pinned.standard().equals(chosen) ? chosen : null);
    }

    /** The check that counts. */
    public Look used() {
        return looks.used();
    }

    /** The check under the other standard, whether or not there is a choice; null if there was one standard only. */
    public @Nullable Look other() {
        if (newer == null) {
            return null;
        }
        return used().equals(pinned.look()) ? newer.look() : pinned.look();
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
    public record Found(Assessment assessment, Look look) {}
}
