package io.tongban.community.trip;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case with the cases that it continues or has absorbed.
 *
 * @param accounts the applicant's, as the openings of the cases name them
 * @param resultAt when the last decision or closing was; null while a case of the chain is live
 */
public record Chain(
        String item,
        Set<String> accounts,
        LocalDate firstEventOn,
        @Nullable LocalDateTime resultAt) {

    /** No setting: figures of two years or two cities compare only if a trip is the same in both. */
    private static final Period BEFORE_FIRST_EVENT = Period.ofDays(30);

    public Chain {
        accounts = Set.copyOf(accounts);
    }

    boolean hasEndedBy(LocalDateTime moment) {
        return resultAt != null && !moment.isBefore(resultAt);
    }

    /** Whether somebody with one of the accounts came for the item of the chain, at the earliest 30 days before its first event. */
    boolean concerns(Arrival arrival, Set<String> ofAccounts) {
        return item.equals(arrival.item())
                && arrival.account() != null
                && ofAccounts.contains(arrival.account())
                && !arrival.at().toLocalDate().isBefore(firstEventOn.minus(BEFORE_FIRST_EVENT));
    }
}
