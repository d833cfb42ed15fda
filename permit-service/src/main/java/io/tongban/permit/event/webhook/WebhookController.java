package io.tongban.permit.event.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.event.FeedCursor;
import io.tongban.permit.event.webhook.DeadLetters.DeadLetter;
import io.tongban.permit.event.webhook.RegisterWebhook.Registered;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.InvalidRequest;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

/** Where partners are told of events. */
@RestController
@RequestMapping(WebhookController.PATH)
@Tag(name = "webhooks", description = "Where partners are told what happens to cases whose applicants consent to it.")
class WebhookController {

    static final String PATH = "/api/v1/webhooks";

    private static final String ID = "The id of the webhook.";

    private final RegisterWebhook registerWebhook;
    private final ChangeWebhook changeWebhook;
    private final Webhooks webhooks;
    private final WebhookSecrets secrets;
    private final DeadLetters deadLetters;

    WebhookController(
            RegisterWebhook registerWebhook,
            ChangeWebhook changeWebhook,
            Webhooks webhooks,
            WebhookSecrets secrets,
            DeadLetters deadLetters) {
        this.registerWebhook = registerWebhook;
        this.changeWebhook = changeWebhook;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.deadLetters = deadLetters;
    }

    @PostMapping
    @IdempotentCreate
    @Operation(
            operationId = "registerWebhook",
            summary = "Register a webhook",
            description =
                    "The address is asked first whether it wants to be told (OPTIONS with WebHook-Request-Origin, as CloudEvents has"
                            + " it). From then on it is sent each event of these types of cases whose applicants consent to that, as"
                            + " CloudEvents 1.0 and signed by Standard Webhooks. The secret is shown this once.")
    @WebhookProblem.Answers({
        WebhookProblem.WEBHOOKS_TOO_MANY,
        WebhookProblem.WEBHOOK_URL_REFUSED,
        WebhookProblem.WEBHOOK_NOT_CONFIRMED
    })
    ResponseEntity<WebhookAnswer> register(@Valid @RequestBody WebhookBody body, Caller partner) {
        Registered registered = registerWebhook.register(body.url(), body.toTypes(), partner);
        return ResponseEntity.created(
                        URI.create(PATH + "/" + registered.webhook().id()))
                .body(answer(registered));
    }

    @GetMapping
    @Operation(
            operationId = "listWebhooks",
            summary = "List one's webhooks",
            description = "The partner's own, the newest first, those that have ended too for a while.")
    Page<WebhookAnswer> list(PageRequest page, Caller partner) {
        List<Webhook> found = webhooks.before(page.afterId(), Consents.clientOf(partner), page.limit() + 1);
        return Page.of(found, page.limit(), webhook -> webhook.id().toString())
                .map(webhook -> WebhookAnswer.of(webhook, null, null));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getWebhook",
            summary = "Read a webhook",
            description = "One of the partner's own, and until when its former secret signs too.")
    @WebhookProblem.Answers(WebhookProblem.WEBHOOK_UNKNOWN)
    WebhookAnswer read(@Parameter(description = ID) @PathVariable UUID id, Caller partner) {
        Webhook webhook = changeWebhook.own(id, partner);
        return WebhookAnswer.of(webhook, null, secrets.formerEndsAt(id).orElse(null));
    }

    @PostMapping("/{id}/secrets")
    @IdempotentCreate
    @Operation(
            operationId = "renewWebhookSecret",
            summary = "Make another secret of a webhook",
            description =
                    "Deliveries are signed with both, the new one first, until the former one ends; of three the oldest ends at once."
                            + " The secret is shown this once.")
    @WebhookProblem.Answers({WebhookProblem.WEBHOOK_UNKNOWN, WebhookProblem.WEBHOOK_ENDED})
    ResponseEntity<WebhookAnswer> renewSecret(@Parameter(description = ID) @PathVariable UUID id, Caller partner) {
        return ResponseEntity.status(HttpStatus.CREATED).body(answer(changeWebhook.renewSecret(id, partner)));
    }

    @PostMapping("/{id}/replays")
    @Operation(
            operationId = "replayWebhook",
            summary = "Have events sent once more",
            description =
                    "Everything behind the cursor is sent again, with the ids of before, in so far as the applicants consent now and did"
                            + " when it happened. Each delivery has its cursor.")
    @WebhookProblem.Answers({WebhookProblem.WEBHOOK_UNKNOWN, WebhookProblem.WEBHOOK_ENDED})
    WebhookAnswer replay(
            @Parameter(description = ID) @PathVariable UUID id, @Valid @RequestBody ReplayBody body, Caller partner) {
        FeedCursor after = FeedCursor.read(body.after())
                .orElseThrow(() -> InvalidRequest.at("#/after", "not-a-cursor", String.class, Map.of()));
        return WebhookAnswer.of(changeWebhook.replay(id, after, partner), null, null);
    }

    @PostMapping("/{id}/removal")
    @Operation(
            operationId = "removeWebhook",
            summary = "Remove a webhook",
            description = "Nothing more is sent. Removing it again changes nothing.")
    @WebhookProblem.Answers(WebhookProblem.WEBHOOK_UNKNOWN)
    WebhookAnswer remove(@Parameter(description = ID) @PathVariable UUID id, Caller partner) {
        return WebhookAnswer.of(changeWebhook.remove(id, partner), null, null);
    }

    @GetMapping("/{id}/dead-letters")
    @Operation(
            operationId = "listDeadLetters",
            summary = "List what a webhook could not be told",
            description =
                    "Events that were given up after the last attempt, the newest first. They can be had by replayWebhook; what was taken"
                            + " then is no more in the list.")
    @WebhookProblem.Answers(WebhookProblem.WEBHOOK_UNKNOWN)
    Page<DeadLetterAnswer> deadLetters(
            @Parameter(description = ID) @PathVariable UUID id, PageRequest page, Caller partner) {
        Webhook webhook = changeWebhook.own(id, partner);
        List<DeadLetter> found = deadLetters.before(page.afterId(), webhook.id(), page.limit() + 1);
        return Page.of(found, page.limit(), letter -> letter.id().toString()).map(DeadLetterAnswer::of);
    }

    private WebhookAnswer answer(Registered registered) {
        UUID id = registered.webhook().id();
        return WebhookAnswer.of(
                registered.webhook(),
                registered.secret().text(),
                secrets.formerEndsAt(id).orElse(null));
    }

    /** What a partner wants to be told, and where. */
    record WebhookBody(
            @Schema(
                    description =
                            "An https address on port 443 of a host that anybody on the Internet can reach, without a user and a"
                                    + " fragment.")
            @NotBlank
            @Size(max = 500)
            String url,

            @Schema(description = "The types of events.") @NotEmpty @Size(max = 100)
            List<@NotNull EventType> types) {

        Set<EventType> toTypes() {
            return EnumSet.copyOf(types);
        }
    }

    /** From where on events are sent once more. */
    record ReplayBody(
            @Schema(description = "The cursor of the last delivery that was taken.") @NotBlank @Size(max = 512)
            String after) {}

    /** A webhook as its partner sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookAnswer(
            UUID id,
            String url,
            List<EventType> types,
            Webhook.State state,

            @Schema(description = "By the system clock.") Instant registeredAt,

            @Schema(description = "By the system clock; left out as long as it goes on.") @Nullable
            Instant endedAt,

            @Schema(
                    description =
                            "REMOVED by the partner, or GONE: its address answered 410. Left out like the instant.")
            Webhook.@Nullable Reason endedBecause,

            @Schema(description = "With which deliveries are signed; only where it was just made.") @Nullable
            String secret,

            @Schema(description = "Until when deliveries are signed with the secret of before too; else left out.")
            @Nullable
            Instant formerSecretEndsAt) {

        static WebhookAnswer of(Webhook webhook, @Nullable String secret, @Nullable Instant formerSecretEndsAt) {
            Webhook.End end = webhook.end();
            return new WebhookAnswer(
                    webhook.id(),
                    webhook.url().toString(),
                    webhook.types(),
                    webhook.state(),
                    webhook.registeredAt(),
                    end == null ? null : end.at(),
                    end == null ? null : end.because(),
                    secret,
                    formerSecretEndsAt);
        }

        /** Shows no secret. */
        @Override
        public String toString() {
            return "WebhookAnswer[" + id + "]";
        }
    }

    /** An event that was given up. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadLetterAnswer(
            @Schema(description = "Of the event, as it was sent.")
            String id,

            @JsonProperty("case") UUID caseId,
            long seq,
            String type,
            int attempts,

            @Schema(description = "HTTP status of the last answer; left out where nothing came.") @Nullable
            Integer answered,

            @Schema(description = "By the system clock.") Instant givenUpAt) {

        static DeadLetterAnswer of(DeadLetter letter) {
            return new DeadLetterAnswer(
                    letter.caseId() + ":" + letter.seq(),
                    letter.caseId(),
                    letter.seq(),
                    letter.type(),
                    letter.attempts(),
                    letter.lastStatus(),
                    letter.givenUpAt());
        }
    }
}
