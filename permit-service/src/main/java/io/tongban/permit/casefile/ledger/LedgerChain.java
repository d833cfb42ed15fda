package io.tongban.permit.casefile.ledger;

import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import io.tongban.permit.casefile.ledger.LedgerFinding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the events of one case with each other, with the head that the case remembers and with the heads that the witness has.
 *
 * <p>What one break makes of the events after it is no finding of its own.
 */
final class LedgerChain {

    private final List<LedgerFinding> findings = new ArrayList<>();
    private final NavigableMap<Long, Head> witnessed = new TreeMap<>();
    private long firstToBeWitnessed = 1;

    private LedgerChain() {}

    /**
     * Examines a ledger.
     *
     * @param events all events of the case by sequence
     * @param remembered empty if there is no such case
     * @param genuine whether the service signed a head
     */
    static ChainVerdict examine(
            UUID caseId,
            List<LedgerEvent> events,
            Optional<Head> remembered,
            List<SignedHead> heads,
            Predicate<SignedHead> genuine) {
        LedgerChain chain = new LedgerChain();
        chain.take(heads, genuine);
        Head last = events.isEmpty() ? new Head(caseId, 0, LedgerEvent.GENESIS) : head(events.getLast());
        if (remembered.isEmpty()) {
            chain.find(chain.lastWitnessed(), Kind.CASE_MISSING);
        } else {
            chain.compareEvents(events);
            chain.compareEnd(events.isEmpty() ? null : events.getLast(), last, remembered.get());
        }
        chain.findings.sort(Comparator.comparingLong(LedgerFinding::seq));
        return new ChainVerdict(last, chain.findings);
    }

    /** Takes the heads that can be believed; a forged one says nothing of the events. */
    private void take(List<SignedHead> heads, Predicate<SignedHead> genuine) {
        for (SignedHead head : heads) {
            long seq = head.head().seq();
            if (genuine.test(head)) {
                witnessed.put(seq, head.head());
            } else {
                find(seq, Kind.HEAD_FORGED);
            }
            if (head.signed() == null) {
                firstToBeWitnessed = seq;
            }
        }
    }

    private void compareEvents(List<LedgerEvent> events) {
        @Nullable LedgerEvent previous = null;
        boolean previousReplaced = false;
        boolean previousUnwitnessed = false;
        long expected = 1;
        for (LedgerEvent event : events) {
            boolean gap = event.seq() != expected;
            boolean broken = false;
            if (gap) {
                find(expected, Kind.MISSING);
            } else if (!goesOnFrom(event, previous)) {
                find(event.seq(), Kind.CHAINED_TO_ANOTHER);
                broken = true;
            }
            if (!broken && !event.hash().equals(event.computeHash())) {
                find(event.seq(), Kind.CONTENT_CHANGED);
                broken = true;
            }
            Head head = witnessed.get(event.seq());
            boolean replaced = head != null && !head.hash().equals(event.hash());
            if (replaced && !broken && !previousReplaced) {
                find(event.seq(), Kind.REPLACED);
            }
            boolean unwitnessed = head == null && event.seq() >= firstToBeWitnessed && !isForged(event.seq());
            if (unwitnessed && !previousUnwitnessed) {
                find(event.seq(), Kind.HEAD_MISSING);
            }
            previousReplaced = replaced;
            previousUnwitnessed = unwitnessed;
            previous = event;
            expected = event.seq() + 1;
        }
    }

    private void compareEnd(@Nullable LedgerEvent event, Head last, Head remembered) {
        if (last.seq() < lastWitnessed()) {
            find(last.seq() + 1, Kind.TAIL_CUT);
        } else if (remembered.seq() != last.seq() || !isHashOf(remembered.hash(), event, last)) {
            find(last.seq(), Kind.HEAD_DIFFERS);
        }
    }

    /** Whether the event is chained to the one before it, as that is or as it was before something was done to it. */
    private boolean goesOnFrom(LedgerEvent event, @Nullable LedgerEvent previous) {
        return previous == null
                ? event.seq() != 1 || event.prevHash().equals(LedgerEvent.GENESIS)
                : isHashOf(event.prevHash(), previous, head(previous));
    }

    private boolean isHashOf(String hash, @Nullable LedgerEvent event, Head stored) {
        if (hash.equals(stored.hash())) {
            return true;
        }
        if (event == null) {
            return false;
        }
        Head head = witnessed.get(event.seq());
        return hash.equals(event.computeHash()) || (head != null && hash.equals(head.hash()));
    }

    private long lastWitnessed() {
        return witnessed.isEmpty() ? 0 : witnessed.lastKey();
    }

    private boolean isForged(long seq) {
        return findings.contains(new LedgerFinding(seq, Kind.HEAD_FORGED));
    }

    private void find(long seq, Kind kind) {
        findings.add(new LedgerFinding(seq, kind));
    }

    private static Head head(LedgerEvent event) {
        return new Head(event.caseId(), event.seq(), event.hash());
    }
}
