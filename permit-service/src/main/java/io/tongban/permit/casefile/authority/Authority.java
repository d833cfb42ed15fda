package io.tongban.permit.casefile.authority;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body that decides.
 *
 * @param kind what a standard calls bodies of its sort, for example {@code police}
 * @param districts codes of the districts and counties whose residents it answers for
 * @param from first day of its existence; null when it is older than the records
 * @param until last day of its existence; null while it exists
 * @param successor who took over on the day after; null while it exists
 */
public record Authority(
        AuthorityId id,
        String kind,
        Name name,
        Set<String> districts,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable AuthorityId successor) {

    public Authority {
        districts = Set.copyOf(districts);
        if ((until == null) != (successor == null)) {
            throw new IllegalArgumentException(id + ": 'until' and 'successor' belong together");
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(id + ": 'until' is before 'from'");
        }
    }

    boolean existsOn(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (until == null || !date.isAfter(until));
    }

    /** Its name in the two languages of the network. */
    public record Name(String zh, String en) {}
}
