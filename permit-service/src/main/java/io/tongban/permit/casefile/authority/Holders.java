package io.tongban.permit.casefile.authority;

import io.tongban.division.Succession;
import io.tongban.division.Successor;
import java.time.LocalDate;
import java.util.Optional;

/** Who holds a case on a day: the body of the district in which the community of the residence lies by then. */
public final class Holders {

    private static final int DISTRICT_DIGITS = 6;

    private final Authorities authorities;
    private final Succession divisions;

    Holders(Authorities authorities, Succession divisions) {
        this.authorities = authorities;
        this.divisions = divisions;
    }

    /**
     * The body that is responsible on a day for a case that was given to another, or the same, on an earlier one.
     *
     * @param responsible the body that was named when the case was opened
     * @param division the code that the residence had then
     * @param since the day of that
     * @return of the kind of {@code responsible}; where nobody follows the community, or its district has no body of the kind,
     *     whoever follows {@code responsible}
     */
    public Authority holderOn(AuthorityId responsible, String division, LocalDate since, LocalDate on) {
        String kind = authorities.get(responsible).kind();
        return divisions
                .successor(division, since, on)
                .map(Successor::code)
                .flatMap(code -> bodyOf(kind, code, on))
                .orElseGet(() -> authorities.holderOn(responsible, on));
    }

    private Optional<Authority> bodyOf(String kind, String division, LocalDate on) {
        return authorities.responsibleFor(kind, division.substring(0, DISTRICT_DIGITS), on);
    }
}
