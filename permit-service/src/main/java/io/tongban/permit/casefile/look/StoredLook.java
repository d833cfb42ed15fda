package io.tongban.permit.casefile.look;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.look.Examination.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A look at a case as it was kept.
 *
 * @param number 1 for the first look at the case
 * @param evidence null where no source was asked, or none answered
 * @param assessments that under the standard which the case keeps first
 */
public record StoredLook(
        int number,
        Instant businessAt,
        CaseFacts facts,
        @Nullable Evidence evidence,
        List<StoredAssessment> assessments) {

    public StoredLook {
        assessments = List.copyOf(assessments);
    }

    StoredLook with(List<StoredAssessment> read) {
        return new StoredLook(number, businessAt, facts, evidence, read);
    }

    public Optional<StoredAssessment> under(StandardReference standard) {
        return assessments.stream()
                .filter(assessment -> assessment.standard().equals(standard))
                .findFirst();
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "StoredLook[" + number + "]";
    }

    /** What came out under one standard. */
    public record StoredAssessment(Role role, StandardReference standard, String assessment, String digest) {

        /** Shows nothing of the person. */
        @Override
        public String toString() {
            return "StoredAssessment[" + role + ", " + digest + "]";
        }
    }

    /** Why a standard was looked at. */
    public enum Role {
        /** The case keeps it from the first visit. */
        PINNED,
        /** It was in force on the day of the look. */
        NEWER
    }
}
