package io.tongban.permit.casefile;

import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.deadline.ReviewReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a case stands; each state allows other acts ({@link Act}). */
public sealed interface CaseState {

    /** A case that has no result yet. */
    sealed interface Live extends CaseState permits Open, Provisional, Decidable {

        /** Who took the application; null as long as nobody did. */
        @Nullable
        Received receivedBy();

        /** The same case with a result that is no decision. */
        default Closed closed(Result result, LocalDate on) {
            return new Closed(receivedBy(), result, on, null);
        }
    }

    Status status();

    /** The name of the state on the wire and in the database. */
    enum Status {
        OPEN,
        PROVISIONAL,
        ACCEPTED,
        UNDER_REVIEW,
        DECIDED,
        CLOSED
    }

    /**
     * Points are open and nothing was received yet.
     *
     * @param visitedOn day of the last visit; null where an earlier release did not keep it
     */
    record Open(@Nullable LocalDate visitedOn) implements Live {

        @Override
        public @Nullable Received receivedBy() {
            return null;
        }

        @Override
        public Status status() {
            return Status.OPEN;
        }
    }

    /**
     * Received on record while a tolerable paper or a point at the source is open; it settles by itself.
     *
     * @param settleBy last day on which it may
     * @param look when the source is read next
     * @param running the clock of the decision where only papers are open that may follow; null while a source is waited for
     */
    record Provisional(
            Received received,
            LocalDate settleBy,
            NextLook look,
            @Nullable Running running) implements Live {

        @Override
        public Received receivedBy() {
            return received;
        }

        @Override
        public Status status() {
            return Status.PROVISIONAL;
        }
    }

    /** Everything is met; the responsible authority decides within the limit. */
    record Accepted(Received received, LocalDate acceptedOn, Due due) implements Decidable {

        @Override
        public Decidable withoutLook() {
            return this;
        }

        @Override
        public Status status() {
            return Status.ACCEPTED;
        }
    }

    /**
     * A person of the responsible authority looks and decides within the limit.
     *
     * @param look when the source is read next, for a case that waits for a silent one; else null
     */
    record UnderReview(
            Received received,
            ReviewReason reason,
            LocalDate since,
            Due due,
            @Nullable NextLook look) implements Decidable {

        @Override
        public Decidable withoutLook() {
            return new UnderReview(received, reason, since, due, null);
        }

        @Override
        public Status status() {
            return Status.UNDER_REVIEW;
        }
    }

    /** Granted or refused, once. */
    record Decided(Decidable before, Verdict verdict, LocalDate on, String by, List<DecisionReason> reasons)
            implements CaseState {

        public Decided {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Status status() {
            return Status.DECIDED;
        }
    }

    /**
     * Closed without a decision.
     *
     * @param received who took the application; null where nobody did
     * @param goesOnIn the case that goes on with it; null where none does
     */
    record Closed(
            @Nullable Received received,
            Result result,
            LocalDate on,
            @Nullable CaseId goesOnIn) implements CaseState {

        public Closed {
            if (result.goesOn() != (goesOnIn != null)) {
                throw new IllegalArgumentException(result + " goes on in " + goesOnIn);
            }
        }

        @Override
        public Status status() {
            return Status.CLOSED;
        }
    }

    /** How a case ended that was not decided. */
    enum Result {
        /** 不予受理. */
        NOT_ACCEPTED,
        /** 撤回. */
        WITHDRAWN,
        /** 逾期视为撤回. */
        LAPSED,
        /** 撤销受理. */
        ACCEPTANCE_REVOKED,
        /** Another case of the same person goes on with it. */
        CONTINUED,
        /** 并案. */
        JOINED,
        /** The applicant died. */
        DIED;

        /** Whether another case goes on with it. */
        boolean goesOn() {
            return this == CONTINUED || this == JOINED;
        }

        /** Whether a review decision, a judgment or the authority itself can order that the case is taken up again. */
        boolean canBeReopened() {
            return switch (this) {
                case NOT_ACCEPTED, LAPSED, ACCEPTANCE_REVOKED -> true;
                case WITHDRAWN, CONTINUED, JOINED, DIED -> false;
            };
        }
    }

    /** A state that ends with a decision. */
    sealed interface Decidable extends Live permits Accepted, UnderReview {

        Received received();

        @Override
        default Received receivedBy() {
            return received();
        }

        Due due();

        /** The same, of a case whose source is looked at no more. */
        Decidable withoutLook();
    }

    /**
     * The next look at the source, by itself.
     *
     * @param on business date of it
     * @param notBefore real instant before which a silent source is left alone
     */
    record NextLook(LocalDate on, Instant notBefore) {}

    /** The clock of the decision: the day from which it runs, and the last day of its limit. */
    record Running(LocalDate since, Due due) {}

    /**
     * Who took the application.
     *
     * @param by the clerk, who does not decide; null where an order took up what no clerk had received
     * @param receipt number of the receipt; null unless it was received provisionally
     */
    record Received(@Nullable String by, @Nullable String receipt) {

        /** Received because it was ordered, by no clerk. */
        public static final Received BY_ORDER = new Received(null, null);
    }

    /**
     * Last day of a limit.
     *
     * @param provisional whether that year's working days are not published yet, so that the day may move
     */
    record Due(LocalDate on, boolean provisional) {}

    /** What a reviewer answered. */
    enum Verdict {
        GRANTED,
        REFUSED
    }

    /** A reason of a decision: a criterion of the standard, and what the reviewer has to say about it. */
    record DecisionReason(String criterion, @Nullable String explanation) {

        /** Shows no words about the person. */
        @Override
        public String toString() {
            return "DecisionReason[" + criterion + "]";
        }
    }

    /** Who took the application; empty where nobody did, nor an order. */
    static Optional<Received> receivedIn(CaseState state) {
        return switch (state) {
            case Live live -> Optional.ofNullable(live.receivedBy());
            case Decided decided -> Optional.of(decided.before().received());
            case Closed closed -> Optional.ofNullable(closed.received());
        };
    }
}
