package io.tongban.permit.casefile;

import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.Cases.OtherCaseIsLive;
import io.tongban.permit.casefile.Change.Event;
import io.tongban.permit.casefile.Change.FullNotice;
import io.tongban.permit.casefile.Change.Kept;
import io.tongban.permit.casefile.Change.Looked;
import io.tongban.permit.casefile.Change.NoticeIfNew;
import io.tongban.permit.casefile.Change.OnItsDay;
import io.tongban.permit.casefile.Change.Step;
import io.tongban.permit.casefile.contact.Contact;
import io.tongban.permit.casefile.contact.Contacts;
import io.tongban.permit.casefile.ledger.Actor;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.ledger.Ledger;
import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.ledger.NextEvents;
import io.tongban.permit.casefile.ledger.RecordedHead;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.StoredLooks;
import io.tongban.permit.casefile.notice.Notice;
import io.tongban.permit.casefile.notice.Notices;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.permit.deadline.KeptLimit;
import io.tongban.permit.deadline.LimitStep;
import io.tongban.permit.deadline.Limits;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a case, its ledger and its notices in one transaction, or none of them. */
@Component
public class CaseRecords {

    private final Cases cases;
    private final Ledger ledger;
    private final StoredLooks looks;
    private final Notices notices;
    private final LimitsOfCase limitsOfCase;
    private final Limits limits;
    private final BusinessClock clock;
    private final Contacts contacts;
    private final TransactionOperations transactions;

    CaseRecords(
            Cases cases,
            Ledger ledger,
            StoredLooks looks,
            Notices notices,
            LimitsOfCase limitsOfCase,
            Limits limits,
            BusinessClock clock,
            Contacts contacts,
            TransactionOperations transactions) {
        this.cases = cases;
        this.ledger = ledger;
        this.looks = looks;
        this.notices = notices;
        this.limitsOfCase = limitsOfCase;
        this.limits = limits;
        this.clock = clock;
        this.contacts = contacts;
        this.transactions = transactions;
    }

    public CaseId newId() {
        return cases.newId();
    }

    /** The number of a receipt that is given next. */
    public String newReceipt() {
        return notices.receiptNumber();
    }

    /**
     * Records a first contact.
     *
     * @param contact where the applicant wants to be told; null if they gave no number
     */
    public Recorded open(CaseFile opened, Examination examination, @Nullable Contact contact, VisitPass pass) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Event(LedgerEntries.opened(opened)));
        steps.addAll(Change.checked(examination, pass.window()));
        return recorded(opened, transaction -> {
            ActResult result = result(opened, actor(pass), steps, Optional.empty());
            cases.insert(result.after());
            if (contact != null) {
                contacts.keep(opened.id().value(), contact);
            }
            return write(result);
        });
    }

    /** Records an act on a case that nobody else has changed since the caller saw it; it reads nothing of the case again. */
    public Recorded change(Actor actor, Change change) {
        Cases.requireAsRecorded(change.after());
        return recorded(change.after(), transaction -> changed(actor, change));
    }

    /** Records an act on a case as it is by then, whatever else happens to it at the same time. */
    public Recorded changeLatest(CaseId id, Actor actor, Function<CaseFile, Change> act) {
        return changeLatestIf(id, actor, latest -> Optional.of(act.apply(latest)))
                .orElseThrow();
    }

    /** The same of an act for which the case may give no occasion any more. */
    public Optional<Recorded> changeLatestIf(CaseId id, Actor actor, Function<CaseFile, Optional<Change>> act) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            cases.lock(id);
            CaseFile latest = cases.find(id).orElseThrow(Cases::unknown);
            Cases.requireAsRecorded(latest);
            return act.apply(latest).map(change -> changed(actor, change));
        }));
    }

    private Recorded changed(Actor actor, Change change) {
        CaseFile seen = visited(change.after(), actor);
        Optional<Notice> latest = notices.latest(seen.id().value());
        ActResult result = result(seen.atVersion(seen.version() + 1), actor, change.steps(), latest);
        cases.update(seen, result.after());
        return write(result);
    }

    /**
     * Records what makes a case live, or leaves it as live as it was.
     *
     * @throws Problem {@link CaseProblem#CASE_ALREADY_OPEN} if the person has another live case of the item
     */
    private Recorded recorded(CaseFile file, TransactionCallback<Recorded> act) {
        try {
            return Objects.requireNonNull(transactions.execute(act));
        } catch (OtherCaseIsLive other) {
            throw cases.live(file.origin())
                    .map(live ->
                            Problem.of(CaseProblem.CASE_ALREADY_OPEN, other).with("case", live.toString()))
                    .orElseThrow(() -> new IllegalStateException("the other case has just ended", other));
        }
    }

    /** An open case waits for its applicant from their last visit on. */
    private CaseFile visited(CaseFile file, Actor actor) {
        return file.state() instanceof Open && actor.visit() != null ? file.with(new Open(clock.today())) : file;
    }

    /** What the steps come to, told in the ledger with what the case came to; nothing is written yet. */
    private ActResult result(CaseFile file, Actor actor, List<Step> steps, Optional<Notice> told) {
        Optional<Notice> latest = told;
        List<Examination> looked = new ArrayList<>();
        List<Given> given = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        List<LimitStep> done = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Event event -> entries.add(event.entry());
                case Looked look -> {
                    looked.add(look.examination());
                    entries.add(LedgerEntries.assessed(look.examination()));
                }
                case Kept kept -> looked.add(kept.examination());
                case NoticeIfNew ifNew -> {
                    Optional<Notice> notice =
                            ifNew.look().wasComplete() ? notices.nextIfNew(latest, ifNew.look()) : Optional.empty();
                    notice.ifPresent(next -> {
                        given.add(new Given(next, ifNew.window()));
                        entries.add(LedgerEntries.noticeGiven(next, ifNew.look()));
                    });
                    latest = notice.isPresent() ? notice : latest;
                }
                case FullNotice full -> {
                    Notice next = notices.next(full.look());
                    given.add(new Given(next, null));
                    entries.add(LedgerEntries.noticeGiven(next, full.look()));
                    latest = Optional.of(next);
                }
                case OnItsDay onItsDay -> done.add(onItsDay.step());
            }
        }
        entries.addLast(entries.removeLast().with(RecordedHead.CASE_AFTER, CaseAfter.of(file)));
        OnRecord before = file.records();
        NextEvents events = ledger.following(before.head(), actor, entries);
        return new ActResult(
                file.with(before.extended(events.head(), looked.size())), latest, looked, given, done, events);
    }

    /** Writes what the act comes to, beside the case's row that the caller has just written and holds the lock of. */
    private Recorded write(ActResult result) {
        UUID id = result.after().id().value();
        int number = result.after().records().looks() - result.looked().size();
        for (Examination look : result.looked()) {
            number++;
            looks.add(id, number, look);
        }
        result.given().forEach(given -> notices.give(id, given.notice(), given.window()));
        ledger.append(result.events());
        keepLimits(result);
        return new Recorded(result.after(), result.latest());
    }

    private void keepLimits(ActResult result) {
        CaseFile after = result.after();
        LocalDate yesterday = clock.today().minusDays(1);
        limits.keep(
                after.id().value(),
                limitsOfCase.of(after, result.latest()).stream()
                        .map(limit -> new KeptLimit(
                                limit.clock(),
                                limit.startsOn(),
                                limit.due(),
                                limit.provisional(),
                                limitsOfCase
                                        .clocks(after)
                                        .nextAfter(limit, List.of(), yesterday)
                                        .orElse(null)))
                        .toList());
        result.done().forEach(limits::record);
    }

    private static Actor actor(VisitPass pass) {
        return new Actor(pass.clerk(), pass.window(), pass.visit());
    }

    /**
     * What an act comes to.
     *
     * @param latest notice after it
     * @param looked looks to be kept
     * @param given notices to be given
     * @param done what was done because of a limit
     */
    private record ActResult(
            CaseFile after,
            Optional<Notice> latest,
            List<Examination> looked,
            List<Given> given,
            List<LimitStep> done,
            NextEvents events) {}

    /** A notice and the window that gives it; null when the service gives it by itself. */
    private record Given(Notice notice, @Nullable UUID window) {}
}
