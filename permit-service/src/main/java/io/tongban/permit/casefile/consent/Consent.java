package io.tongban.permit.casefile.consent;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An applicant's consent to what a partner does: that it asks what their facts come to, or is told what happens to their cases.
 *
 * @param person blind index of the applicant's identity number
 * @param partner the client of the identity provider
 * @param purposes what it may do
 * @param items the service items for which it may
 * @param until last day, included
 * @param givenAt by the business clock
 * @param window where the applicant signed; null if the applicant used an account
 * @param withdrawnAt by the business clock; null if it was not withdrawn
 */
record Consent(
        UUID id,
        String person,
        String partner,
        Set<Purpose> purposes,
        List<String> items,
        LocalDate from,
        LocalDate until,
        ZonedDateTime givenAt,
        @Nullable UUID window,
        @Nullable UUID visit,
        @Nullable ZonedDateTime withdrawnAt) {

    Consent {
        purposes = Set.copyOf(purposes);
        items = List.copyOf(items);
    }

    State stateOn(LocalDate day) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return day.isAfter(until) ? State.EXPIRED : State.ACTIVE;
    }

    /** Whether the client may ask about the item on that day. */
    boolean allows(String client, String item, LocalDate day) {
        return partner.equals(client)
                && purposes.contains(Purpose.PRE_CHECK)
                && items.contains(item)
                && stateOn(day) == State.ACTIVE;
    }

    /** What a partner may do. */
    enum Purpose {
        /** Ask what the applicant's facts come to. */
        PRE_CHECK,
        /** Be told what happens to the applicant's cases. */
        EVENTS
    }

    /** Where a consent stands. */
    enum State {
        ACTIVE,
        EXPIRED,
        WITHDRAWN
    }
}
