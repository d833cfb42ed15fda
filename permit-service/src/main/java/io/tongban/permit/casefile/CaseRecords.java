package io.tongban.permit.casefile;

import io.tongban.permit.casefile.check.Check;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.Ledger;
import io.tongban.permit.casefile.ledger.LedgerEntry;
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
    private final Notices notices;
    private final TransactionOperations transactions;

    CaseRecords(Cases cases, Ledger ledger, Notices notices, TransactionOperations transactions) {
        this.cases = cases;
        this.ledger = ledger;
        this.notices = notices;
        this.transactions = transactions;
    }

    CaseId newId() {
        return cases.newId();
    }

    String newReceipt() {
        return notices.receiptNumber();
    }

    CaseFile open(CaseFile opened, VisitPass pass) {
        transactions.executeWithoutResult(transaction -> {
            cases.insert(opened);
            List<LedgerEntry> entries = new ArrayList<>();
            entries.add(Chronicle.opened(opened));
            entries.addAll(checked(opened.id(), opened.check(), pass.window()));
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

    /** The events of a new check: what it found and, if that is new to the applicant, the notice. */
    List<LedgerEntry> checked(CaseId id, Check check, @Nullable UUID window) {
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(Chronicle.assessed(check));
        notices.giveIfNew(id.value(), check, window)
                .map(notice -> Chronicle.noticeGiven(notice, check))
                .ifPresent(entries::add);
        return entries;
    }

    /** The events of a check whose findings the applicant is told in full whatever he was told before. */
    List<LedgerEntry> checkedWithFullNotice(CaseId id, Check check) {
        return List.of(Chronicle.assessed(check), Chronicle.noticeGiven(notices.give(id.value(), check, null), check));
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
