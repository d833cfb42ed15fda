package io.tongban.permit.casefile.consent;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An applicant's word that a partner may ask about them.
 *
 * @param person blind index of the applicant's identity number
 * @param partner the client that may ask
 * @param items the service items that it may ask about
 * @param until last day, included
 * @param givenAt by the business clock
 * @param window where the applicant signed; null if the applicant used an account
 * @param withdrawnAt by the business clock; null if it was not withdrawn
 */
record Consent(
        UUID id,
        String person,
        String partner,
        List<String> items,
        LocalDate from,
        LocalDate until,
        ZonedDateTime givenAt,
        @Nullable UUID window,
        @Nullable UUID visit,
        @Nullable ZonedDateTime withdrawnAt) {

    Consent {
        items = List.copyOf(items);
    }

    State stateOn(LocalDate day) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return day.isAfter(until) ? State.EXPIRED : State.ACTIVE;
    }

    boolean allows(String client, String item, LocalDate day) {
        return partner.equals(client) && items.contains(item) && stateOn(day) == State.ACTIVE;
    }

    /** Where a consent stands. */
    enum State {
        ACTIVE,
        EXPIRED,
        WITHDRAWN
    }
}
