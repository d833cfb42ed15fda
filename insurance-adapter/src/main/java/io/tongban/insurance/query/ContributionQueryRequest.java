package io.tongban.insurance.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.form.PlainName;
import io.tongban.insurance.evidence.AskedQuery;
import io.tongban.insurance.evidence.Reason;
import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.Identity;
import io.tongban.insurance.record.Kind;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked, as it comes; shows neither number nor name. */
record ContributionQueryRequest(
        @NotNull @Valid Person identity,

        @NotEmpty @Size(max = 64) List<@NotNull @Pattern(regexp = "[0-9]{6}") String> areas,

        @Schema(description = "Codes of AAE140, of two or three digits; those of the five kinds have two.")
        @NotEmpty
        @Size(max = 10)
        List<@NotNull @Pattern(regexp = KIND, message = "{field.kind}") String> kinds,

        @Schema(
                type = "string",
                pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$",
                description = "The first month that is asked for.")
        @NotNull
        YearMonth firstMonth,

        @Schema(description = "What the query is for, such as the service item and its standard.")
        @NotNull
        @Pattern(regexp = REFERENCE, message = "{field.reference}")
        String purpose,

        @Nullable @Pattern(regexp = REFERENCE, message = "{field.reference}") @JsonProperty("case")
        String caseId,

        @Schema(description = "The account on whose behalf the service asks.")
        @NotNull
        @Pattern(regexp = REFERENCE, message = "{field.reference}")
        String actor) {

    /** A reference is stored in the clear: whatever could be an identity number is none. */
    private static final String REFERENCE = "(?!.*[0-9]{15})[A-Za-z0-9][A-Za-z0-9/._:@-]{0,127}";

    /** The long spellings of the five kinds are for pages: a kind has one code here. */
    private static final String KIND = "(?!(?:11|21|31|41|51)0$)[0-9]{2,3}";

    private static final String NAME = "(?=.*\\p{L})[^\\p{Cntrl}]{1," + PlainName.LONGEST + "}";

    /** Who is asked about. */
    record Person(
            @Schema(description = "A citizen's number, in 18 or 15 characters.") @NotNull @CitizenNumber
            String idNumber,

            @NotNull @Pattern(regexp = NAME, message = "{field.person-name}")
            String name) {

        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    AskedQuery toQuery(Caller caller) {
        return new AskedQuery(
                Identity.of(identity.idNumber(), identity.name()),
                areas.stream().map(Area::new).collect(Collectors.toSet()),
                kinds.stream().map(Kind::of).flatMap(Optional::stream).collect(Collectors.toSet()),
                firstMonth,
                new Reason(purpose, caseId, actor, caller.subject(), caller.clientId()));
    }
}
