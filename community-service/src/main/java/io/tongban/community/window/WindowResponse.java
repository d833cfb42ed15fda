package io.tongban.community.window;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.community.division.Tier;
import io.tongban.community.window.hours.Lunch;
import java.util.SortedSet;
import java.util.UUID;

/** A window on the wire; {@code host} is the id of the centre that answers for the place. */
record WindowResponse(
        UUID id,
        String name,
        Tier tier,

        @Schema(description = "Code of the division that the window is in.")
        String division,

        ServiceCentre centre,
        String authority,
        String authorityName,

        @Schema(description = "Id of the centre that answers for the place.")
        UUID host,

        SortedSet<String> items,
        HoursBody hours,
        Lunch lunch,

        @Schema(description = "Places for appointments in each half hour; 0: it gives none.")
        int capacity,

        @Schema(description = "The same as in the ETag.") int version) {

    static WindowResponse of(ServiceWindow window) {
        return new WindowResponse(
                window.id().value(),
                window.name(),
                window.division().tier(),
                window.division().code(),
                window.centre(),
                window.authority().id(),
                window.authority().name(),
                window.centre().id(),
                window.items(),
                HoursBody.of(window.hours()),
                window.hours().lunch(),
                window.capacity(),
                window.version());
    }
}
