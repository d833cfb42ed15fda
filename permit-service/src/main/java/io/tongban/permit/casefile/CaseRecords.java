package io.tongban.permit.casefile;

import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.Ledger;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.StoredLooks;
import io.tongban.permit.casefile.notice.Notices;
import io.tongban.permit.casefile.visitpass.VisitPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a case, its ledger and its notices in one transaction, or none of them. */
@Component
class CaseRecords {

    private final Cases cases;
    private final Ledger ledger;
    private final StoredLooks looks;
    private final Notices notices;
    private final TransactionOperations transactions;

    CaseRecords(Cases cases, Ledger ledger, StoredLooks looks, Notices notices, TransactionOperations transactions) {
        this.cases = cases;
        this.ledger = ledger;
        this.looks = looks;
        this.notices = notices;
        this.transactions = transactions;
    }

    CaseId newId() {
        return cases.newId();
    }

    String newReceipt() {
        return notices.receiptNumber();
    }

    CaseFile open(CaseFile opened, Examination examination, VisitPass pass) {
        transactions.executeWithoutResult(transaction -> {
            cases.insert(opened);
            List<LedgerEntry> entries = new ArrayList<>();
            entries.add(LedgerEntries.opened(opened));
            entries.addAll(checked(opened.id(), examination, pass.window()));
            ledger.append(opened.id().value(), actor(pass), entries);
        });
        return opened;
    }

    /**
     * Changes a case that nobody else has changed since the caller saw it.
     *
     * @param act what becomes of the locked case, with its events; it runs inside the transaction and reads no source
     */
    CaseFile change(CaseFile seen, Actor actor, Function<CaseFile, Change> act) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            Change change = act.apply(cases.lock(seen.id(), seen.version()));
            ledger.append(seen.id().value(), actor, change.entries());
            return cases.update(change.after());
        }));
    }

    /** Keeps a look whose event tells more than that it was made. */
    void keep(CaseId id, Examination examination) {
        looks.add(id.value(), examination);
    }

    /** Keeps a look that gives no notice; its event. */
    LedgerEntry examined(CaseId id, Examination examination) {
        keep(id, examination);
        return LedgerEntries.assessed(examination);
    }

    /** Keeps a look; its events: what it found and, if that is new to the applicant, the notice. */
    List<LedgerEntry> checked(CaseId id, Examination examination, @Nullable UUID window) {
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(examined(id, examination));
        entries.addAll(noticed(id, examination.used(), window));
        return entries;
    }

    /** The event of a notice, if what counts now is new to the applicant. */
    List<LedgerEntry> noticed(CaseId id, Look look, @Nullable UUID window) {
        return notices
                .giveIfNew(id.value(), look, window)
                .map(notice -> LedgerEntries.noticeGiven(notice, look))
                .stream()
                .toList();
    }

    /** Keeps a look; its events, when the applicant is told in full whatever he was told before. */
    List<LedgerEntry> checkedWithFullNotice(CaseId id, Examination examination) {
        Look look = examination.used();
        return List.of(
                examined(id, examination), LedgerEntries.noticeGiven(notices.give(id.value(), look, null), look));
    }

    static Actor actor(VisitPass pass) {
        return new Actor(pass.clerk(), pass.window(), pass.visit());
    }

    /** A case after an act, and the events that tell it. */
    record Change(CaseFile after, List<LedgerEntry> entries) {

        Change {
            entries = List.copyOf(entries);
        }
    }
}
