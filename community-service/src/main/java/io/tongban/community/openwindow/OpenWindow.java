package io.tongban.community.openwindow;

import io.tongban.community.division.Tier;
import io.tongban.community.window.Authority;
import io.tongban.community.window.ServiceCentre;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.hours.Lunch;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A window that is open at the moment it was searched for.
 *
 * @param closesAt when it closes next, for lunch or for the day
 * @param capacity places for appointments in each half hour; 0: it gives none
 */
public record OpenWindow(
        WindowId id,
        String name,
        Tier tier,
        String division,
        ServiceCentre centre,
        Authority authority,
        List<String> items,
        ZonedDateTime closesAt,
        Lunch lunch,
        int capacity) {

    public OpenWindow {
        items = List.copyOf(items);
    }
}
