package io.tongban.insurance.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
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

/**
 * What is asked, as it comes; shows neither number nor name.
 *
 * <p>Whether an identity number is valid is not judged here: the bureau is asked for a wrong one too.
 */
record ContributionQueryRequest(
        @NotNull @Valid Person identity,

        @NotEmpty @Size(max = 64) List<@NotNull @Pattern(regexp = "[0-9]{6}") String> areas,

        @NotEmpty @Size(max = 5) List<@NotNull @Pattern(regexp = "11|21|31|41|51") String> kinds,

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

    /** Who is asked about. */
    record Person(
            @NotNull @Pattern(regexp = "(?=.*[\\p{L}\\p{Nd}])[\\p{L}\\p{Nd}\\h]{1,32}", message = "{field.id-number}")
            String idNumber,

            @NotNull @Pattern(regexp = "(?=.*\\p{L})[^\\p{Cntrl}]{1,64}", message = "{field.person-name}")
            String name) {

        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    AskedQuery toQuery(Caller caller) {
        return new AskedQuery(
                new Identity(identity.idNumber(), identity.name()),
                areas.stream().map(Area::new).collect(Collectors.toSet()),
                kinds.stream().map(Kind::of).flatMap(Optional::stream).collect(Collectors.toSet()),
                firstMonth,
                new Reason(purpose, caseId, actor, caller.subject(), caller.clientId()));
    }
}
