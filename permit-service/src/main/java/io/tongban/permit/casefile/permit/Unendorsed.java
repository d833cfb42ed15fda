package io.tongban.permit.casefile.permit;

import java.time.LocalDate;

/**
 * What becomes of a permit that is not endorsed in time.
 *
 * @param state suspended or ended
 * @param on the first day on which it is
 */
public record Unendorsed(PermitState state, LocalDate on) {

    /** The state on a day, of a permit that nothing else happens to. */
    public PermitState stateOn(LocalDate day) {
        return day.isBefore(on) ? PermitState.VALID : state;
    }
}
