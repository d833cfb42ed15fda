package io.tongban.permit.casefile;

import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.FullNotice;
import io.tongban.permit.casefile.Change.Kept;
import io.tongban.permit.casefile.Change.Looked;
import io.tongban.permit.casefile.Change.NoticeIfNew;
import io.tongban.permit.casefile.Change.Step;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.Ledger;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import io.tongban.permit.casefile.ledger.RecordedHead;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.StoredLooks;
import io.tongban.permit.casefile.notice.Notice;
import io.tongban.permit.casefile.notice.Notices;
import io.tongban.permit.casefile.visitpass.VisitPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
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

    Recorded open(CaseFile opened, Examination examination, VisitPass pass) {
        return recorded(transaction -> {
            Head head = cases.insert(opened);
            List<Step> steps = new ArrayList<>();
            steps.add(new Event(LedgerEntries.opened(opened)));
            steps.addAll(Change.checked(examination, pass.window()));
            return new Recorded(opened, write(opened, head, actor(pass), steps, Optional.empty()));
        });
    }

    /** Records an act on a case that nobody else has changed since the caller saw it; it reads nothing of the case again. */
    Recorded change(Actor actor, Change change) {
        CaseFile seen = change.after();
        Cases.requireAsRecorded(seen);
        CaseFile after = seen.atVersion(seen.version() + 1);
        return recorded(transaction -> {
            Head head = cases.update(seen);
            Optional<Notice> latest = notices.latest(after.id().value());
            return new Recorded(after, write(after, head, actor, change.steps(), latest));
        });
    }

    private Recorded recorded(TransactionCallback<Recorded> act) {
        return Objects.requireNonNull(transactions.execute(act));
    }

    /** Writes the steps and tells them in the ledger, with what the case came to; the latest notice after them. */
    private Optional<Notice> write(CaseFile after, Head head, Actor actor, List<Step> steps, Optional<Notice> before) {
        UUID id = head.caseId();
        Optional<Notice> latest = before;
        List<LedgerEntry> entries = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Event event -> entries.add(event.entry());
                case Looked looked -> {
                    looks.add(id, looked.examination());
                    entries.add(LedgerEntries.assessed(looked.examination()));
                }
                case Kept kept -> looks.add(id, kept.examination());
                case NoticeIfNew ifNew -> {
                    Optional<Notice> given = notices.giveIfNew(id, latest, ifNew.look(), ifNew.window());
                    given.ifPresent(notice -> entries.add(LedgerEntries.noticeGiven(notice, ifNew.look())));
                    latest = given.isPresent() ? given : latest;
                }
                case FullNotice full -> {
                    Notice notice = notices.give(id, full.look(), null);
                    entries.add(LedgerEntries.noticeGiven(notice, full.look()));
                    latest = Optional.of(notice);
                }
            }
        }
        entries.addLast(entries.removeLast().with(RecordedHead.CASE_AFTER, CaseAfter.of(after)));
        ledger.append(head, actor, entries);
        return latest;
    }

    static Actor actor(VisitPass pass) {
        return new Actor(pass.clerk(), pass.window(), pass.visit());
    }
}
