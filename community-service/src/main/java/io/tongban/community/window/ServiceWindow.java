package io.tongban.community.window;

import io.tongban.community.division.Division;
import io.tongban.community.window.hours.Hours;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A window: where service items are received.
 *
 * @param division where it is, as of the day it was asked for
 * @param centre the place that hosts it
 * @param authority the body that staffs it
 * @param items the service items it takes
 * @param capacity places for appointments in each half hour; 0: it gives none
 * @param version raised by every change
 */
public record ServiceWindow(
        WindowId id,
        String name,
        Division division,
        ServiceCentre centre,
        Authority authority,
        SortedSet<String> items,
        Hours hours,
        int capacity,
        int version) {

    public ServiceWindow {
        items = Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }

    public boolean takes(String item) {
        return items.contains(item);
    }

    /** Whether it is at that tier, in that division. */
    public boolean isAt(String tier, String divisionCode) {
        return division.tier().claim().equals(tier) && division.code().equals(divisionCode);
    }

    /** Whether a clerk who works at that tier, in that division, for that authority belongs to this window. */
    public boolean isStaffedBy(String tier, String divisionCode, String authorityId) {
        return isAt(tier, divisionCode) && authority.id().equals(authorityId);
    }
}
