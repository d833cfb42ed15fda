package io.tongban.permit.casefile.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.consent.Consent.Purpose;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom applicants let ask about them. */
@RestController
@RequestMapping(ConsentController.PATH)
@Tag(name = "consents", description = "Whom applicants let ask about them, and who asked.")
class ConsentController {

    static final String PATH = "/api/v1/consents";

    private final Consents consents;
    private final BusinessClock clock;

    ConsentController(Consents consents, BusinessClock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    @PostMapping
    @IdempotentCreate
    @Operation(
            operationId = "giveConsent",
            summary = "Give a consent",
            description =
                    "Lets a partner ask what the applicant's facts come to, or be told what happens to their cases, for these items"
                            + " and until this day. Applicants give it with their account; a clerk records one that the applicant"
                            + " signed during a visit.")
    @ConsentProblem.Answers({ConsentProblem.PARTNER_UNKNOWN, ConsentProblem.CONSENTS_TOO_MANY})
    @CaseProblem.Answers({CaseProblem.ITEM_UNKNOWN, CaseProblem.NUMBER_NOT_YOURS})
    ResponseEntity<ConsentAnswer> give(@Valid @RequestBody ConsentBody body, PresentedPass presented, Caller caller) {
        Consent given = consents.give(
                new Consents.Terms(body.partner(), body.toPurposes(), body.items(), body.until()),
                body.idNumber(),
                caller,
                presented);
        return ResponseEntity.status(HttpStatus.CREATED).body(answer(given));
    }

    @GetMapping
    @Operation(
            operationId = "listConsents",
            summary = "List one's consents",
            description = "The applicant's own, the newest first.")
    @CaseProblem.Answers(CaseProblem.NUMBER_NOT_YOURS)
    Page<ConsentAnswer> list(PageRequest page, Caller applicant) {
        List<Consent> found = consents.of(applicant, page.afterId(), page.limit() + 1);
        return Page.of(found, page.limit(), consent -> consent.id().toString()).map(this::answer);
    }

    @GetMapping("/questions")
    @Operation(
            operationId = "listConsentQuestions",
            summary = "List the questions of partners about oneself",
            description = "Every question, the newest first, also those that no consent covered and that were refused.")
    @CaseProblem.Answers(CaseProblem.NUMBER_NOT_YOURS)
    Page<QuestionAnswer> questions(PageRequest page, Caller applicant) {
        List<ConsentQuestion> found = consents.questionsAbout(applicant, page.afterId(), page.limit() + 1);
        return Page.of(found, page.limit(), question -> question.id().toString())
                .map(QuestionAnswer::of);
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            operationId = "withdrawConsent",
            summary = "Withdraw a consent",
            description = "From now on the partner's questions are refused. Withdrawing it again changes nothing.")
    @ConsentProblem.Answers(ConsentProblem.CONSENT_UNKNOWN)
    ConsentAnswer withdraw(
            @Parameter(description = "The id of the consent.") @PathVariable UUID id,
            PresentedPass presented,
            Caller caller) {
        return answer(consents.withdraw(id, caller, presented));
    }

    private ConsentAnswer answer(Consent consent) {
        return ConsentAnswer.of(consent, clock.today());
    }

    /** What an applicant consents to. */
    record ConsentBody(
            @Schema(description = "The client that may, as the operator lists it.") @NotBlank @Size(max = 60)
            String partner,

            @Schema(
                    description =
                            "PRE_CHECK: ask what the applicant's facts come to; EVENTS: be told what happens to the applicant's"
                                    + " cases from now on. Absent: PRE_CHECK.")
            @Nullable
            @Size(min = 1, max = 10)
            List<@NotNull Purpose> purposes,

            @Schema(description = "The service items that it is about.") @NotEmpty @Size(max = 20)
            List<@NotBlank @Size(max = 60) String> items,

            @Schema(description = "Last day, at most a year ahead.") @NotNull
            LocalDate until,

            @Schema(description = "The applicant's identity number, at a window; an account is bound to its own.")
            @Nullable
            @Size(min = 1, max = 40)
            String idNumber) {

        Set<Purpose> toPurposes() {
            return purposes == null ? Set.of(Purpose.PRE_CHECK) : EnumSet.copyOf(purposes);
        }

        @Override
        public String toString() {
            return "ConsentBody[hidden]";
        }
    }

    /** A consent as its applicant sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentAnswer(
            UUID id,

            @Schema(description = "The client that may.") String partner,

            @Schema(description = "What it may do.") List<Purpose> purposes,

            @Schema(description = "The service items that it is about.")
            List<String> items,

            LocalDate from,

            @Schema(description = "Last day, included.") LocalDate until,

            @Schema(description = "As of today.") Consent.State state,

            @Schema(description = "By the business clock.") OffsetDateTime givenAt,

            @Schema(description = "Where the applicant signed; left out where an account was used.") @Nullable
            UUID window,

            @Schema(description = "During which the applicant signed; left out where an account was used.") @Nullable
            UUID visit,

            @Schema(description = "By the business clock; left out where it was not withdrawn.") @Nullable
            OffsetDateTime withdrawnAt) {

        static ConsentAnswer of(Consent consent, LocalDate today) {
            ZonedDateTime withdrawn = consent.withdrawnAt();
            return new ConsentAnswer(
                    consent.id(),
                    consent.partner(),
                    consent.purposes().stream().sorted().toList(),
                    consent.items(),
                    consent.from(),
                    consent.until(),
                    consent.stateOn(today),
                    consent.givenAt().toOffsetDateTime(),
                    consent.window(),
                    consent.visit(),
                    withdrawn == null ? null : withdrawn.toOffsetDateTime());
        }
    }

    /** A question of a partner as the applicant sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionAnswer(
            UUID id,

            @Schema(description = "Left out where the partner named no consent of this applicant.") @Nullable
            UUID consent,

            @Schema(description = "The client that asked.") String partner,

            @Schema(description = "The service item that it asked about.")
            String item,

            @Schema(description = "By the business clock.") OffsetDateTime askedAt,

            @Schema(description = "Whether a consent covered it; otherwise it was refused.")
            boolean allowed) {

        static QuestionAnswer of(ConsentQuestion question) {
            return new QuestionAnswer(
                    question.id(),
                    question.consent(),
                    question.partner(),
                    question.item(),
                    question.askedAt().toOffsetDateTime(),
                    question.allowed());
        }
    }
}
