package io.tongban.community.trip;

import io.tongban.community.trip.ChainEvent.Collected;
import io.tongban.community.trip.ChainEvent.Judged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The trips of a chain, in the order of their time, and the measures that are taken of them.
 *
 * @param toCollect how many more visits there were to collect the permit
 * @param secondNotices how many later notices have a judged point
 */
public record Trips(List<Trip> inOrder, int toCollect, int secondNotices) {

    public Trips {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * Counts the trips of a chain.
     *
     * @param occasions every visit of the chain, and the visits without a case and the tickets that may be trips of it
     * @param events of all cases of the chain
     * @param today a ticket of an earlier day without end was never served
     */
    public static Trips of(Chain chain, List<Occasion> occasions, List<ChainEvent> events, LocalDate today) {
        Set<String> accounts = accounts(chain, occasions);
        List<Occasion> counted = occasions.stream()
                .filter(occasion -> isTrip(occasion, chain, accounts, today))
                .sorted(Comparator.comparing(occasion -> occasion.arrival().at()))
                .toList();
        List<Trip> trips = new ArrayList<>();
        for (Occasion occasion : counted) {
            trips.add(new Trip(
                    occasion,
                    trips.isEmpty() ? null : new BetweenTrips(trips.getLast().occasion(), occasion, events).cause()));
        }
        return new Trips(trips, collections(occasions, counted, events), secondNotices(events));
    }

    public int visits() {
        return inOrder.size();
    }

    public int visitsToResult() {
        return visits() + toCollect;
    }

    /** Of the second trip and each later one. */
    public List<Cause> causes() {
        return inOrder.stream().flatMap(trip -> Stream.ofNullable(trip.cause())).toList();
    }

    public int avoidable() {
        return (int) causes().stream().filter(Cause::isAvoidable).count();
    }

    /** Those of the chain's openings, and those whose ticket a visit of the chain has. */
    private static Set<String> accounts(Chain chain, List<Occasion> occasions) {
        Set<String> accounts = new HashSet<>(chain.accounts());
        for (Occasion occasion : occasions) {
            String account = occasion.arrival().account();
            if (account != null && occasion instanceof WindowVisit visit && visit.ofChain()) {
                accounts.add(account);
            }
        }
        return accounts;
    }

    private static boolean isTrip(Occasion occasion, Chain chain, Set<String> accounts, LocalDate today) {
        if (chain.hasEndedBy(occasion.arrival().at())) {
            return false;
        }
        return switch (occasion) {
            case WindowVisit visit ->
                visit.present().isSomebody() && (visit.ofChain() || chain.concerns(visit.arrival(), accounts));
            case TakenTicket ticket -> ticket.isUnserved(today) && chain.concerns(ticket.arrival(), accounts);
        };
    }

    private static int collections(List<Occasion> occasions, List<Occasion> trips, List<ChainEvent> events) {
        Set<UUID> collected = events.stream()
                .filter(Collected.class::isInstance)
                .map(event -> ((Collected) event).visit())
                .collect(Collectors.toSet());
        return (int) occasions.stream()
                .filter(occasion -> occasion instanceof WindowVisit visit
                        && visit.present().isSomebody()
                        && collected.contains(visit.id())
                        && !trips.contains(occasion))
                .count();
    }

    /** A point is judged against an earlier notice, so a notice with a judged point is never the first. */
    private static int secondNotices(List<ChainEvent> events) {
        return (int) events.stream()
                .filter(Judged.class::isInstance)
                .map(event -> ((Judged) event).notice())
                .distinct()
                .count();
    }
}
