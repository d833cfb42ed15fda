package io.tongban.engine.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tongban.engine.standard.StandardReference;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A decided case with all that its assessment was made from, so that anyone can make it again. It names neither the applicant nor
 * an identity number.
 *
 * @param format which shape this is
 * @param standard the one that the case was decided under
 * @param record null where no source was asked
 * @param assessment the one that the case was decided on
 * @param digest of the assessment's canonical form
 * @param other what the same look came to under the other version; null where there was one only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseExport(
        String format,
        @JsonProperty("case") About about,
        StandardReference standard,
        AssessedFacts facts,
        @Nullable SourceRecord record,
        JsonNode assessment,
        String digest,
        @Nullable Other other,
        Decision decision) {

    /** The one shape there is. */
    public static final String FORMAT = "tongban-case-export/1";

    public CaseExport {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("the format is not " + FORMAT);
        }
        Objects.requireNonNull(about, "case");
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(decision, "decision");
    }

    /**
     * Which case it is.
     *
     * @param pinned the version of the first visit
     * @param openedAt on the business clock, like {@code checkedAt}
     * @param checkedAt when the assessment was made
     */
    public record About(
            UUID id,
            String route,
            @JsonProperty("pinnedStandard") StandardReference pinned,
            String responsibleAuthority,
            UUID receivingWindow,
            OffsetDateTime openedAt,
            OffsetDateTime checkedAt) {

        public About {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(route, "route");
            Objects.requireNonNull(pinned, "pinnedStandard");
        }
    }

    /**
     * What the sources answered.
     *
     * @param asOf the day on which they did, or were silent
     * @param evidence null when they were silent as a whole
     * @param jws the record as the insurance adapter signed it; null like the evidence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceRecord(
            LocalDate asOf,
            @Nullable UUID evidence,
            @Nullable String jws) {

        public SourceRecord {
            Objects.requireNonNull(asOf, "asOf");
            if ((evidence == null) != (jws == null)) {
                throw new IllegalArgumentException("'evidence' and 'jws' belong together");
            }
        }
    }

    /** What the look came to under the version that the case was not decided under. */
    public record Other(Role role, StandardReference standard, JsonNode assessment, String digest) {

        public Other {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(standard, "standard");
            Objects.requireNonNull(assessment, "assessment");
            Objects.requireNonNull(digest, "digest");
        }
    }

    /** Which version of a look it is. */
    public enum Role {
        /** The one that the case keeps from the first visit. */
        PINNED,
        /** The one in force on the day of the look. */
        NEWER
    }

    /** What the authority answered. */
    public enum Answer {
        GRANTED,
        REFUSED
    }

    /** A reason of the decision: a criterion of the standard, and what the reviewer had to say about it. */
    public record DecisionReason(String criterion, @Nullable String explanation) {

        /** Shows no words about the person. */
        @Override
        public String toString() {
            return "DecisionReason[" + criterion + "]";
        }
    }

    /** How it was decided. */
    public record Decision(Answer decision, LocalDate decidedOn, List<DecisionReason> reasons) {

        public Decision {
            Objects.requireNonNull(decision, "decision");
            reasons = List.copyOf(reasons);
        }
    }
}
