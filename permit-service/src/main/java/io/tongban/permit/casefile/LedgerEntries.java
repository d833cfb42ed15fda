package io.tongban.permit.casefile;

import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.papers.Paper;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.look.ApplicableLooks;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.notice.Notice;
import io.tongban.permit.deadline.CaseClock;
import io.tongban.permit.deadline.OverdueStep;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How the ledger tells what happened; payloads hold identifiers, dates and states, never a name. */
public final class LedgerEntries {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LedgerEntries() {}

    static LedgerEntry opened(CaseFile opened) {
        CaseOrigin origin = opened.origin();
        return LedgerEntry.of(EventType.CASE_OPENED)
                .with("item", origin.standard().item())
                .with("route", origin.route())
                .with("standardVersion", origin.standard().version())
                .with("standardDigest", origin.standard().digest())
                .with("responsibleAuthority", origin.responsible().value())
                .with("windowAuthority", origin.firstContact().authority().value());
    }

    static LedgerEntry assessed(Examination examination) {
        Look other = examination.other();
        return assessed(examination.used())
                .with(
                        "otherStandardVersion",
                        other == null ? null : other.standard().version())
                .with(
                        "otherStandardDigest",
                        other == null ? null : other.standard().digest())
                .with("otherAssessment", other == null ? null : other.digest())
                .with("otherOutcome", other == null ? null : other.outcome().name())
                .with("choiceOpen", examination.looks().isChoiceOpen() ? true : null);
    }

    private static LedgerEntry assessed(Look look) {
        return LedgerEntry.of(EventType.ASSESSED)
                .with("standardVersion", look.standard().version())
                .with("standardDigest", look.standard().digest())
                .with("assessment", look.digest())
                .with("outcome", look.outcome().name())
                .with("appliedOn", look.appliedOn().toString())
                .with("asOf", text(look.asOf()))
                .with("evidence", text(look.evidenceId()))
                .with(
                        "readAt",
                        look.readAt() == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(look.readAt()))
                .with("complete", look.wasComplete())
                .with("openPoints", openPoints(look));
    }

    static LedgerEntry noticeGiven(Notice notice, Look look) {
        return LedgerEntry.of(EventType.NOTICE_GIVEN)
                .with("number", notice.number())
                .with("givenOn", notice.givenOn().toString())
                .with("assessment", look.digest())
                .with("readyOn", text(look.readyOn()))
                .sealing(notice.content());
    }

    public static LedgerEntry standardChosen(ApplicableLooks looks) {
        Look used = looks.used();
        Look other = Objects.requireNonNull(looks.other(), "there is a choice");
        return LedgerEntry.of(EventType.STANDARD_CHOSEN)
                .with("standardVersion", used.standard().version())
                .with("standardDigest", used.standard().digest())
                .with("assessment", used.digest())
                .with("otherStandardVersion", other.standard().version())
                .with("otherStandardDigest", other.standard().digest())
                .with("otherAssessment", other.digest());
    }

    static LedgerEntry stillPending(Look look, Provisional state) {
        return LedgerEntry.of(EventType.STILL_PENDING)
                .with("asOf", text(look.asOf()))
                .with("standardVersion", look.standard().version())
                .with("assessment", look.digest())
                .with("nextLookOn", state.look().on().toString())
                .with("settleBy", state.settleBy().toString());
    }

    public static LedgerEntry received(Provisional state) {
        return LedgerEntry.of(EventType.RECEIVED_PROVISIONALLY)
                .with("receipt", state.received().receipt())
                .with("settleBy", state.settleBy().toString())
                .with(
                        "decisionDueOn",
                        state.running() == null
                                ? null
                                : state.running().due().on().toString());
    }

    public static LedgerEntry accepted(Accepted state) {
        return LedgerEntry.of(EventType.ACCEPTED)
                .with("acceptedOn", state.acceptedOn().toString())
                .with("decisionDueOn", state.due().on().toString())
                .with("dueOnIsProvisional", state.due().provisional());
    }

    public static LedgerEntry sentToReview(UnderReview state) {
        return LedgerEntry.of(EventType.SENT_TO_REVIEW)
                .with("reason", state.reason().name())
                .with("since", state.since().toString())
                .with("decisionDueOn", state.due().on().toString());
    }

    public static LedgerEntry decided(CaseState.Decided state, String reasonsInWords, Outcome lastOutcome) {
        return LedgerEntry.of(EventType.DECIDED)
                .with("decision", state.verdict().name())
                .with("decidedOn", state.on().toString())
                .with("lastOutcome", lastOutcome.name())
                .with(
                        "criteria",
                        state.reasons().stream()
                                .map(CaseState.DecisionReason::criterion)
                                .toList())
                .sealing(reasonsInWords);
    }

    public static LedgerEntry papersAdded(List<Paper> papers, Map<String, String> answers) {
        return LedgerEntry.of(EventType.PAPERS_ADDED)
                .with("count", papers.size())
                .with("answered", answers.isEmpty() ? null : answers.size())
                .sealing(JSON.writeValueAsString(Map.of("papers", papers, "answers", answers)));
    }

    static LedgerEntry withdrawn() {
        return LedgerEntry.of(EventType.WITHDRAWN);
    }

    static LedgerEntry lapsed() {
        return LedgerEntry.of(EventType.LAPSED);
    }

    /** An overdue finding: which clock, and who answers for it. */
    public static LedgerEntry overdue(CaseClock clock, OverdueStep step) {
        return LedgerEntry.of(EventType.OVERDUE)
                .with("clock", clock.number())
                .with("against", step.against().name())
                .with("step", step.number());
    }

    static LedgerEntry died(String proof) {
        return LedgerEntry.of(EventType.DIED).sealing(JSON.writeValueAsString(Map.of("proof", proof)));
    }

    static LedgerEntry acceptanceRevoked() {
        return LedgerEntry.of(EventType.ACCEPTANCE_REVOKED);
    }

    public static LedgerEntry reopened(ReopeningOrder order, @Nullable String reference) {
        LedgerEntry entry = LedgerEntry.of(EventType.REOPENED).with("orderKind", order.name());
        return reference == null ? entry : entry.sealing(JSON.writeValueAsString(Map.of("reference", reference)));
    }

    public static LedgerEntry statementAdded(Statement statement) {
        return LedgerEntry.of(EventType.STATEMENT_ADDED)
                .with("kind", statement.kind().name())
                .sealing(JSON.writeValueAsString(Map.of("text", statement.text())));
    }

    private static List<String> openPoints(Look look) {
        return look.openPoints().stream()
                .map(point -> point.criterion() + " " + point.state())
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
