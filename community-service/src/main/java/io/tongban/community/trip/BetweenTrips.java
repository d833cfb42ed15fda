package io.tongban.community.trip;

import io.tongban.community.trip.Cause.Group;
import io.tongban.community.trip.Cause.Kind;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two trips of a chain, one after the other, and the chain's events. */
record BetweenTrips(Occasion first, Occasion second, List<ChainEvent> events) {

    /** Why the second trip was needed. */
    Cause cause() {
        Kind kind = switch (first) {
            case TakenTicket ticket -> Kind.UNSERVED;
            case WindowVisit visit -> causeAfter(visit);
        };
        return new Cause(kind, group(kind));
    }

    private Kind causeAfter(WindowVisit visit) {
        Set<PointState> left = left();
        if (visit.isCutShort()) {
            return Kind.CUT_SHORT;
        }
        if (visit.isUnfinished() || (!visit.ofChain() && !lookedInFirst())) {
            return Kind.PARTIAL;
        }
        if (judged(Verdict.BREACH) || askedOutsideStandard()) {
            return Kind.BREACH;
        }
        if (visit.isLeftByChoice()) {
            return Kind.CHOICE;
        }
        if (isOnlyWaiting(left) || judged(Verdict.SOURCE)) {
            return Kind.WAIT;
        }
        if (judged(Verdict.DATE)) {
            return Kind.LAPSED;
        }
        if (isOnlyTooEarly(left) || judged(Verdict.STANDARD)) {
            return Kind.STANDARD;
        }
        return left.stream().anyMatch(PointState::isAsked) ? Kind.PAPER : Kind.OTHER;
    }

    private Group group(Kind kind) {
        return switch (kind) {
            case UNSERVED, CUT_SHORT, PARTIAL, BREACH -> Group.CLERK;
            case WAIT -> Group.SOURCE;
            case LAPSED -> Group.LAPSE;
            case STANDARD -> Group.STANDARD;
            case CHOICE, PAPER -> Group.APPLICANT;
            case OTHER -> lookedInFirst() ? Group.APPLICANT : Group.CLERK;
        };
    }

    /** What the last look before the second trip left; nothing if there was none. */
    private Set<PointState> left() {
        return all(ChainEvent.Looked.class)
                .filter(look -> look.at().isBefore(second.arrival().at()))
                .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later)
                .map(ChainEvent.Looked::left)
                .orElse(Set.of());
    }

    private boolean judged(Verdict verdict) {
        return all(ChainEvent.Judged.class).anyMatch(point -> point.verdict() == verdict && isBetween(point.at()));
    }

    private boolean askedOutsideStandard() {
        return all(ChainEvent.FoundOutsideStandard.class).anyMatch(breach -> isBetween(breach.at()))
                || all(ChainEvent.DemandRefused.class).anyMatch(demand -> isInFirst(demand.visit()));
    }

    private boolean lookedInFirst() {
        return all(ChainEvent.Looked.class).anyMatch(look -> isInFirst(look.visit()));
    }

    /** From the beginning of the first trip until the second begins. */
    private boolean isBetween(LocalDateTime at) {
        return !at.isBefore(first.arrival().at())
                && at.isBefore(second.arrival().at());
    }

    private boolean isInFirst(@Nullable UUID visit) {
        return first instanceof WindowVisit served && served.id().equals(visit);
    }

    private <E extends ChainEvent> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private static boolean isOnlyWaiting(Set<PointState> left) {
        return !left.isEmpty() && left.stream().noneMatch(PointState::isAsked);
    }

    private static boolean isOnlyTooEarly(Set<PointState> left) {
        return left.contains(PointState.NOT_YET)
                && left.stream().filter(PointState::isAsked).allMatch(state -> state == PointState.NOT_YET);
    }
}
