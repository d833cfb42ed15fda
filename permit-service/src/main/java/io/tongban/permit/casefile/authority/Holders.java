package io.tongban.permit.casefile.authority;

import io.tongban.division.Succession;
import io.tongban.division.Successor;
import java.time.LocalDate;
import java.util.Optional;

/** Who holds a case on a day: the body of the district in which the community of the residence lies by then. */
public final class Holders {

    private static final int DISTRICT_DIGITS = 6;
    private static final int STREET_DIGITS = 9;

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
     * @return of the kind of {@code responsible}, for the district of whoever follows the community or, where nobody does, its street;
     *     where there is none, whoever follows {@code responsible}
     */
    public Authority holderOn(AuthorityId responsible, String division, LocalDate since, LocalDate on) {
        String kind = authorities.get(responsible).kind();
        return divisions
                .successor(division, since, on)
                .or(() -> divisions.successor(streetOf(division), since, on))
                .map(Successor::code)
                .flatMap(code -> bodyOf(kind, code, on))
                .orElseGet(() -> authorities.holderOn(responsible, on));
    }

    private static String streetOf(String division) {
        return division.substring(0, STREET_DIGITS) + "000";
    }

    private Optional<Authority> bodyOf(String kind, String division, LocalDate on) {
        return authorities.responsibleFor(kind, division.substring(0, DISTRICT_DIGITS), on);
    }
}
