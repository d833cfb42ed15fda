package io.tongban.permit.casefile.stated;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.engine.papers.Paper;
import io.tongban.form.PlainName;
import io.tongban.permit.casefile.look.CaseFacts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** The parts of a request that state an applicant's facts. */
public final class FactsBody {

    /** How standards name their questions and what papers say. */
    public static final String NAME = "[A-Za-z][A-Za-z0-9-]{0,59}";

    /** What a description says of them. */
    public static final String ANSWERS = "What the standard asks the applicant, by the name of the question.";

    /** When the sources are asked again. */
    public static final String READ_ANEW =
            "Whether the sources are asked again although they were read for this case today.";

    /** Which papers somebody looked at. */
    public static final String LOOKED_AT =
            "The criteria whose papers were looked at; left out: all. A look that left one out gives no notice and no acceptance.";

    public static final String PAPERS =
            "The papers that the applicant brings; those that are not mentioned were not brought.";

    private FactsBody() {}

    /** What every request has in common that states all of an applicant's facts. */
    @RegisteredByApplication
    public interface StatedFacts {

        ApplicantBody applicant();

        ResidenceBody residence();

        @Nullable
        Map<String, String> answers();

        @Nullable
        List<PaperBody> papers();

        /** The day that the application is for; null: today. */
        default @Nullable LocalDate appliedOn() {
            return null;
        }

        /** What the parts add up to; papers that are not mentioned were not brought. */
        default CaseFacts facts() {
            List<PaperBody> brought = papers();
            return new CaseFacts(
                    applicant().name(),
                    applicant().idNumber(),
                    residence().division(),
                    residence().registeredOn(),
                    Boolean.TRUE.equals(residence().waived()),
                    Objects.requireNonNullElse(answers(), Map.of()),
                    brought == null
                            ? List.of()
                            : brought.stream().map(PaperBody::toPaper).toList());
        }
    }

    /** Who applies. */
    public record ApplicantBody(
            @NotBlank @CodePointLength(max = PlainName.LONGEST) @PersonName
            String name,

            @NotBlank @Size(max = 40) String idNumber) {

        @Override
        public String toString() {
            return "ApplicantBody[hidden]";
        }
    }

    /** Where the applicant is registered; without a date, nowhere. */
    public record ResidenceBody(
            @Schema(description = "Code of the division.") @NotNull @Pattern(regexp = "[0-9]{12}")
            String division,

            @Schema(description = "Absent: the applicant is not registered.") @Nullable @PlausibleDay
            LocalDate registeredOn,

            @Schema(description = "Whether the applicant is on the county's list of recruited talents and investors.")
            @Nullable
            Boolean waived) {}

    /** A paper that the applicant brings. */
    public record PaperBody(
            @Schema(description = "A kind of paper, as the standard names it.") @NotBlank @Size(max = 60)
            String kind,

            @Schema(description = "Code of the unit that the paper is with.") @Nullable @Size(max = 60)
            String unit,

            @Schema(description = "Name of that unit, as the paper writes it.")
            @Nullable
            @CodePointLength(max = PlainName.LONGEST)
            String unitName,

            @Schema(description = "Its first valid day; absent: it names none.") @Nullable @PlausibleDay
            LocalDate from,

            @Schema(description = "Its last valid day, included; absent: it has no end.") @Nullable @PlausibleDay
            LocalDate until,

            @Schema(description = "What is read in it beside its dates, by the names that the standard gives.")
            @Nullable
            @Size(max = 20)
            Map<@Pattern(regexp = NAME) String, @NotNull @Size(max = 60) String> says) {

        @AssertTrue
        boolean isPeriodInOrder() {
            return from == null || until == null || !until.isBefore(from);
        }

        Paper toPaper() {
            return new Paper(kind, unit, unitName, from, until, says == null ? Map.of() : says);
        }
    }

    /** Papers that are brought later, and questions that are answered later. */
    public record PapersBody(
            @Nullable @Size(max = 100) List<@NotNull @Valid PaperBody> papers,
            @Nullable @Size(max = 50) Map<@Pattern(regexp = NAME) String, @NotNull @Size(max = 60) String> answers,
            @Schema(description = READ_ANEW) @Nullable Boolean readAnew,

            @Schema(description = LOOKED_AT) @Nullable @Size(max = 50)
            Set<@NotNull @Pattern(regexp = NAME) String> lookedAtCriteria) {

        @AssertTrue
        boolean isSomethingNew() {
            return (papers != null && !papers.isEmpty()) || (answers != null && !answers.isEmpty());
        }

        public List<Paper> toPapers() {
            return papers == null
                    ? List.of()
                    : papers.stream().map(PaperBody::toPaper).toList();
        }

        public Map<String, String> toAnswers() {
            return answers == null ? Map.of() : answers;
        }
    }
}
