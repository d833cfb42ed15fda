package io.tongban.permit.casefile.notice;

import java.time.LocalDate;
import java.util.Set;

/**
 * A numbered, complete list of open points.
 *
 * @param points what it names, as {@code criterion} or {@code criterion:paper}; a unit is a keyed index
 * @param content the list as JSON: points with reason and remedy, ready date, what lapses
 */
public record Notice(String number, LocalDate givenOn, Set<String> points, String content) {

    public Notice {
        points = Set.copyOf(points);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Notice[" + number + "]";
    }
}
