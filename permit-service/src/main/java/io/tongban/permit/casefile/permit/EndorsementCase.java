package io.tongban.permit.casefile.permit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case for the next endorsement of a permit that was not granted, or not yet.
 *
 * @param receivedOn the day of its reception; null while it is merely open
 * @param endedOn the day on which it ended without a grant; null while it is live
 */
public record EndorsementCase(
        @Nullable LocalDate receivedOn, @Nullable LocalDate endedOn) {

    /** Whether it was received by a day, and was live at its end. */
    boolean wasWithTheAuthorityOn(LocalDate day) {
        return receivedOn != null && !receivedOn.isAfter(day) && (endedOn == null || endedOn.isAfter(day));
    }
}
