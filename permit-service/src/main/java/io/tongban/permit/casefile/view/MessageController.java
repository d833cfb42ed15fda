package io.tongban.permit.casefile.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.platform.outbox.Outbox;
import io.tongban.platform.outbox.ShownMessage;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.security.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the applicant of a case is told, whether it could be sent or not. */
@RestController
@Tag(name = CaseReading.TAG)
class MessageController {

    private final CaseReading reading;
    private final Outbox outbox;

    MessageController(CaseReading reading, Outbox outbox) {
        this.reading = reading;
        this.outbox = outbox;
    }

    @GetMapping("/api/v1/cases/{id}/messages")
    @Operation(
            operationId = "listMessages",
            summary = "List what the applicant was told",
            description =
                    "The short messages about the case, the newest first, for whoever may read the case. Where the applicant gave no"
                            + " telephone number, or nobody took them there, they are shown here only.")
    @CaseProblem.Answers({CaseProblem.CASE_UNKNOWN, CaseProblem.CASE_NOT_AS_RECORDED})
    Page<MessageAnswer> messages(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            PageRequest page,
            PresentedPass presented,
            Caller caller) {
        reading.readable(new CaseId(id), caller, presented);
        List<ShownMessage> found = outbox.about(id, page.afterId(), page.limit() + 1);
        return Page.of(found, page.limit(), message -> message.id().toString()).map(MessageAnswer::of);
    }

    /** A message. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageAnswer(
            UUID id,

            @Schema(description = "What it is about, such as accepted or granted.")
            String template,

            String zh,
            String en,
            @Schema(description = "By the business clock.") OffsetDateTime writtenAt,

            @Schema(description = "WAITING to be sent, SENT, or NOT_SENT: then it is shown here only.")
            ShownMessage.State state,

            @Schema(description = "By the system clock; left out unless it was sent.") @Nullable
            Instant sentAt) {

        static MessageAnswer of(ShownMessage message) {
            return new MessageAnswer(
                    message.id(),
                    message.template(),
                    message.zh(),
                    message.en(),
                    message.writtenAt(),
                    message.state(),
                    message.sentAt());
        }
    }
}
