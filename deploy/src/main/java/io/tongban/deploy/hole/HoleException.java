package io.tongban.deploy.hole;

import java.time.LocalDate;

/**
 * A hole that is known to be in a version, and with which this project lives for a while.
 *
 * @param holeId any identifier of the hole
 * @param component library and version; another version is not excepted
 * @param until the last day on which it holds
 */
record HoleException(String holeId, Component component, LocalDate until, String reason) {

    boolean covers(KnownHole hole, Component found) {
        return hole.isCalled(holeId)
                && found.isCalled(component.name())
                && found.version().equals(component.version());
    }

    boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
