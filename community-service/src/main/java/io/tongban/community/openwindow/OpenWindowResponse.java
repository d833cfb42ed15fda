package io.tongban.community.openwindow;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.community.division.Tier;
import io.tongban.community.window.ServiceCentre;
import io.tongban.community.window.hours.Lunch;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** An open window on the wire; {@code closesAt} is when it closes next, for lunch or for the day. */
public record OpenWindowResponse(
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

        List<String> items,

        @Schema(description = "When it closes next, for lunch or for the day.")
        OffsetDateTime closesAt,

        Lunch lunch) {

    public OpenWindowResponse {
        items = List.copyOf(items);
    }

    public static OpenWindowResponse of(OpenWindow window) {
        return new OpenWindowResponse(
                window.id().value(),
                window.name(),
                window.tier(),
                window.division(),
                window.centre(),
                window.authority().id(),
                window.authority().name(),
                window.centre().id(),
                window.items(),
                window.closesAt().toOffsetDateTime(),
                window.lunch());
    }
}
