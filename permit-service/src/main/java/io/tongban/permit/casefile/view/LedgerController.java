package io.tongban.permit.casefile.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.Statement;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.ledger.ChainVerdict;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.casefile.ledger.Ledger;
import io.tongban.permit.casefile.ledger.LedgerEvent;
import io.tongban.permit.casefile.ledger.LedgerFinding;
import io.tongban.permit.casefile.ledger.OpenedEvent;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.security.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The ledger of a case, with what the examination of its chain found. */
@RestController
@Tag(name = CaseReading.TAG)
class LedgerController {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

    private final CaseReading reading;
    private final Ledger ledger;

    LedgerController(CaseReading reading, Ledger ledger) {
        this.reading = reading;
        this.ledger = ledger;
    }

    @GetMapping("/api/v1/cases/{id}/ledger")
    @Operation(
            operationId = "readLedger",
            summary = "Read the ledger of a case",
            description =
                    "The events of the case, oldest first, each with what its hash covers; the chain is examined as a"
                            + " whole at every read.")
    @CaseProblem.Answers({CaseProblem.CASE_UNKNOWN, CaseProblem.CASE_NOT_AS_RECORDED})
    LedgerAnswer read(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            PageRequest page,
            PresentedPass presented,
            Caller caller) {
        reading.readable(new CaseId(id), caller, presented);
        List<LedgerEvent> found = ledger.after(id, cursor(page.after()), page.limit() + 1);
        Page<EventAnswer> events = Page.of(found, page.limit(), event -> Long.toString(event.seq()))
                .map(EventAnswer::of);
        return new LedgerAnswer(events.items(), events.next(), ChainAnswer.of(ledger.verify(id)));
    }

    @GetMapping("/api/v1/cases/{id}/statements")
    @Operation(
            operationId = "listStatements",
            summary = "List what the applicant has to say",
            description = "The statements on record, oldest first, for whoever may read the case.")
    @CaseProblem.Answers({CaseProblem.CASE_UNKNOWN, CaseProblem.CASE_NOT_AS_RECORDED})
    Page<StatementAnswer> statements(
            @Parameter(description = CaseReading.ID) @PathVariable UUID id,
            PageRequest page,
            PresentedPass presented,
            Caller caller) {
        reading.readable(new CaseId(id), caller, presented);
        List<OpenedEvent> found = ledger.opened(id, EventType.STATEMENT_ADDED, cursor(page.after()), page.limit() + 1);
        return Page.of(found, page.limit(), said -> Long.toString(said.event().seq()))
                .map(StatementAnswer::of);
    }

    private static long cursor(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!CURSOR.matcher(after).matches()) {
            throw PageRequest.notACursor();
        }
        return Long.parseLong(after);
    }

    /** On the wire a digest names its algorithm; the ledger keeps the digits alone, and its hashes cover those. */
    private static String named(String digits) {
        return "sha256:" + digits;
    }

    /**
     * A statement.
     *
     * @param window at which the applicant made it; null if they used their account
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatementAnswer(
            Statement.Kind kind,

            @Schema(description = "In the applicant's words, or what was demanded of the applicant.")
            String text,

            OffsetDateTime saidAt,

            @Schema(description = "At which it was made; left out where an account was used.") @Nullable
            UUID window) {

        static StatementAnswer of(OpenedEvent said) {
            LedgerEvent event = said.event();
            return new StatementAnswer(
                    Statement.Kind.valueOf(
                            AssessmentJson.read(event.payload()).path("kind").asString()),
                    AssessmentJson.read(said.personal()).path("text").asString(),
                    event.businessAt().atZone(BusinessClock.ZONE).toOffsetDateTime(),
                    event.actor().window());
        }
    }

    /** A page of events, and what the examination of the whole chain found. */
    record LedgerAnswer(List<EventAnswer> items, @Nullable String next, ChainAnswer chain) {}

    /** Enough of an event for anyone to compute its hash again (docs/adr/0040). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventAnswer(
            long seq,
            String type,
            @Schema(description = "By the system clock.") Instant recordedAt,
            @Schema(description = "By the business clock.") OffsetDateTime happenedAt,
            String actor,
            @Nullable UUID window,
            @Nullable UUID visit,

            @Schema(
                    types = "object",
                    additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                    description =
                            "What happened: identifiers, dates and states by the event's type; events of one type can have"
                                    + " more members later.")
            Object payload,

            @Schema(description = "Over the payload's text as it was stored.")
            String payloadDigest,

            @Schema(description = "Over the encrypted personal part; left out where there is none.") @Nullable
            String sealedDigest,

            @Schema(description = "The hash of the event before; of the first, 64 zeros.")
            String prevHash,

            String hash) {

        static EventAnswer of(LedgerEvent event) {
            return new EventAnswer(
                    event.seq(),
                    event.type(),
                    event.at(),
                    event.businessAt().atZone(BusinessClock.ZONE).toOffsetDateTime(),
                    event.actor().subject(),
                    event.actor().window(),
                    event.actor().visit(),
                    AssessmentJson.read(event.payload()),
                    named(event.payloadDigest()),
                    event.sealedDigest() == null ? null : named(event.sealedDigest()),
                    named(event.prevHash()),
                    named(event.hash()));
        }
    }

    /** Whether the chain holds; if not, where it breaks. */
    record ChainAnswer(
            boolean intact,

            @Schema(description = "The number of the last event that is there.")
            long events,

            @Schema(description = "The hash of the last event that is there; 64 zeros if none is.")
            String head,

            @Schema(description = "The breaks that were found, by number; none if the chain is intact.")
            List<FindingAnswer> findings) {

        static ChainAnswer of(ChainVerdict verdict) {
            return new ChainAnswer(
                    verdict.isIntact(),
                    verdict.last().seq(),
                    named(verdict.last().hash()),
                    verdict.findings().stream()
                            .map(finding -> new FindingAnswer(finding.seq(), finding.kind()))
                            .toList());
        }
    }

    /** A break: one finding, whatever it makes of the events after it. */
    record FindingAnswer(
            @Schema(description = "The number of the event where it is, or would be.")
            long seq,

            @Schema(
                    description =
                            "What is wrong there, by the events, the head that the case remembers and the signed heads that"
                                    + " are kept outside of the case.")
            LedgerFinding.Kind finding) {}
}
