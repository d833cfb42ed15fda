package io.tongban.permit.casefile;

import io.tongban.permit.casefile.ledger.LedgerEntry;
import io.tongban.permit.casefile.look.Examination;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.deadline.LimitStep;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act makes of a case: the case after it, and what goes on record.
 *
 * @param steps in the order in which the ledger tells them
 */
public record Change(CaseFile after, List<Step> steps) {

    public Change {
        steps = List.copyOf(steps);
    }

    /** One thing that goes on record. */
    public sealed interface Step {}

    /** An event. */
    public record Event(LedgerEntry entry) implements Step {}

    /** A look that is kept, with an event that says what it found. */
    public record Looked(Examination examination) implements Step {}

    /** A look that is kept, of which another event tells. */
    public record Kept(Examination examination) implements Step {}

    /**
     * A notice, if the applicant does not know from the latest one what the look found.
     *
     * @param window null when the service gives it by itself
     */
    public record NoticeIfNew(Look look, @Nullable UUID window) implements Step {}

    /** A notice, whatever the applicant was told before: dates have moved. */
    public record FullNotice(Look look) implements Step {}

    /** What was done because of a limit, once. */
    public record OnItsDay(LimitStep step) implements Step {}

    /** The steps of a look that may be new to the applicant. */
    public static List<Step> checked(Examination examination, @Nullable UUID window) {
        return List.of(new Looked(examination), new NoticeIfNew(examination.used(), window));
    }
}
