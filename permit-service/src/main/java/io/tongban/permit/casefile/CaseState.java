package io.tongban.permit.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a case stands; each state allows other acts. */
public sealed interface CaseState {

    Status status();

    /** The name of the state on the wire and in the database. */
    enum Status {
        OPEN,
        PROVISIONAL,
        ACCEPTED,
        UNDER_REVIEW,
        DECIDED
    }

    /** Points are open and nothing was received yet. */
    record Open() implements CaseState {

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
            @Nullable Running running) implements CaseState {

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

    /** A state that ends with a decision. */
    sealed interface Decidable extends CaseState permits Accepted, UnderReview {

        Received received();

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
     * @param by the clerk, who does not decide
     * @param receipt number of the receipt; null unless it was received provisionally
     */
    record Received(String by, @Nullable String receipt) {}

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

    /** Why a person has to look. */
    enum ReviewReason {
        /** The standard leaves a criterion to a person. */
        CRITERION,
        /** The applicant insists on an answer although points are open. */
        INSISTED,
        /** A provisional case settled the other way. */
        SETTLED_OTHERWISE,
        /** A provisional case did not settle in time. */
        NOT_SETTLED_IN_TIME
    }

    /** A reason of a decision: a criterion of the standard, and what the reviewer has to say about it. */
    record DecisionReason(String criterion, @Nullable String explanation) {

        /** Shows no words about the person. */
        @Override
        public String toString() {
            return "DecisionReason[" + criterion + "]";
        }
    }

    /** Who took the application; empty while it is open. */
    static Optional<Received> receivedIn(CaseState state) {
        return switch (state) {
            case Open() -> Optional.empty();
            case Provisional provisional -> Optional.of(provisional.received());
            case Decidable decidable -> Optional.of(decidable.received());
            case Decided decided -> Optional.of(decided.before().received());
        };
    }
}
