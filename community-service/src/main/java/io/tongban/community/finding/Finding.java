package io.tongban.community.finding;

import io.tongban.community.division.DivisionId;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * Something that was found at a window, once.
 *
 * @param source the ticket or visit that it was found of
 * @param happenedOn the business day of the ticket or visit
 * @param foundAt by the business clock
 * @param recordedAt by the system clock
 */
public record Finding(
        UUID id,
        FindingCategory category,
        UUID source,
        Place place,
        String item,
        LocalDate happenedOn,
        ZonedDateTime foundAt,
        Instant recordedAt) {

    /** The window with those who answer for it on the day of the finding: its authority, and its centre as the host. */
    public record Place(WindowId window, DivisionId division, UUID centre, String authority) {

        public static Place of(ServiceWindow window) {
            return new Place(
                    window.id(),
                    window.division().id(),
                    window.centre().id(),
                    window.authority().id());
        }
    }
}
