package io.tongban.permit.casefile.reception;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.permit.casefile.Statement;
import io.tongban.permit.casefile.contact.Contact;
import io.tongban.permit.casefile.stated.FactsBody;
import io.tongban.permit.casefile.stated.FactsBody.ApplicantBody;
import io.tongban.permit.casefile.stated.FactsBody.PaperBody;
import io.tongban.permit.casefile.stated.FactsBody.ResidenceBody;
import io.tongban.permit.casefile.stated.FactsBody.StatedFacts;
import io.tongban.platform.problem.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What clerks and applicants send. */
final class ReceptionBodies {

    private ReceptionBodies() {}

    /** A first contact; the application date is not theirs to choose. */
    record OpenBody(
            @NotBlank @Size(max = 60) String item,
            @NotBlank @Size(max = 60) String route,
            @NotNull @Valid ApplicantBody applicant,
            @NotNull @Valid ResidenceBody residence,

            @Schema(description = FactsBody.ANSWERS) @Nullable @Size(max = 50)
            Map<@Pattern(regexp = FactsBody.NAME) String, @NotNull @Size(max = 60) String> answers,

            @Schema(description = FactsBody.PAPERS) @Nullable @Size(max = 100)
            List<@NotNull @Valid PaperBody> papers,

            @Schema(description = FactsBody.LOOKED_AT) @Nullable @Size(max = 50)
            Set<@NotNull @Pattern(regexp = FactsBody.NAME) String> lookedAtCriteria,

            @Schema(
                    description =
                            "Where the applicant wants to be told what becomes of the case. Absent: it is only shown.")
            @Nullable
            @Pattern(regexp = "1[3-9][0-9]{9}|\\+[1-9][0-9]{6,14}")
            String phone,

            @Schema(description = "In which language. Absent: zh.") @Nullable @Pattern(regexp = "zh|en")
            String language)
            implements StatedFacts {

        @Nullable
        Contact contact() {
            return phone == null
                    ? null
                    : new Contact(phone, language == null ? Language.ZH : Language.tagged(language));
        }

        /** Shows nothing of the person. */
        @Override
        public String toString() {
            return "OpenBody[hidden]";
        }
    }

    /** A look with nothing new. */
    record LookBody(
            @Schema(description = FactsBody.READ_ANEW) @Nullable
            Boolean readAnew,

            @Schema(description = FactsBody.LOOKED_AT) @Nullable @Size(max = 50)
            Set<@NotNull @Pattern(regexp = FactsBody.NAME) String> lookedAtCriteria) {}

    /** An acceptance, with or without open points. */
    record AcceptanceBody(
            @Schema(description = "Whether the applicant wants a written decision although points are open.") @Nullable
            Boolean insists,

            @Schema(description = FactsBody.READ_ANEW) @Nullable
            Boolean readAnew) {}

    /** What the applicant has to say on record. */
    record StatementBody(
            @Schema(
                    description =
                            "REMARK: anything that is to be on record; DEMANDED: what was demanded of the applicant.")
            @NotNull
            Statement.Kind kind,

            @Schema(description = "In the applicant's words, or what was demanded of the applicant.")
            @NotBlank
            @Size(max = 4000)
            String text) {}

    /** A withdrawal. */
    record WithdrawalBody(
            @Schema(
                    description =
                            "At a window: that the applicant gave their signed statement. Left out by the applicant's own account.")
            @Nullable
            Boolean signedStatement) {}

    /** The proof of a death. */
    record DeathBody(
            @Schema(description = "Reference of the document that was seen.") @NotBlank @Size(max = 200)
            String proof) {}

    /** The version that the applicant chooses. */
    record ChoiceBody(@NotBlank @Size(max = 60) String version) {}
}
