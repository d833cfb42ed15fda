package io.tongban.permit.casefile;

import io.tongban.permit.assessment.Outcome;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.check.Check;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.notice.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the ledger tells what happened; payloads hold identifiers, dates and states, never a name. */
final class Chronicle {

    private Chronicle() {}

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

    static LedgerEntry assessed(Check check) {
        return LedgerEntry.of(EventType.ASSESSED)
                .with("assessment", check.digest())
                .with("outcome", check.outcome().name())
                .with("appliedOn", check.appliedOn().toString())
                .with("asOf", text(check.asOf()))
                .with("evidence", text(check.evidenceId()))
                .with("openPoints", openPoints(check));
    }

    static LedgerEntry noticeGiven(Notice notice, Check check) {
        return LedgerEntry.of(EventType.NOTICE_GIVEN)
                .with("number", notice.number())
                .with("givenOn", notice.givenOn().toString())
                .with("assessment", check.digest())
                .with("readyOn", text(check.readyOn()))
                .sealing(notice.content());
    }

    static LedgerEntry stillPending(Check check, Provisional state) {
        return LedgerEntry.of(EventType.STILL_PENDING)
                .with("asOf", text(check.asOf()))
                .with("nextLookOn", state.nextLookOn().toString())
                .with("settleBy", state.settleBy().toString());
    }

    static LedgerEntry received(Provisional state) {
        return LedgerEntry.of(EventType.RECEIVED_PROVISIONALLY)
                .with("receipt", state.received().receipt())
                .with("settleBy", state.settleBy().toString());
    }

    static LedgerEntry accepted(Accepted state) {
        return LedgerEntry.of(EventType.ACCEPTED)
                .with("acceptedOn", state.acceptedOn().toString())
                .with("decisionDueOn", state.due().on().toString())
                .with("dueOnIsProvisional", state.due().provisional());
    }

    static LedgerEntry sentToReview(UnderReview state) {
        return LedgerEntry.of(EventType.SENT_TO_REVIEW)
                .with("reason", state.reason().name())
                .with("since", state.since().toString())
                .with("decisionDueOn", state.due().on().toString());
    }

    static LedgerEntry decided(CaseState.Decided state, String reasonsInWords, Outcome lastOutcome) {
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

    static LedgerEntry papersAdded(int count, String papers) {
        return LedgerEntry.of(EventType.PAPERS_ADDED).with("count", count).sealing(papers);
    }

    private static List<String> openPoints(Check check) {
        return check.openPoints().stream()
                .map(point -> point.criterion() + " " + point.state())
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
