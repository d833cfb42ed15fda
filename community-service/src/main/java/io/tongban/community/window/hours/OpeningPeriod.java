package io.tongban.community.window.hours;

import java.time.LocalTime;

/** A stretch of a day in which a window is open; at {@code closes} it is closed. */
public record OpeningPeriod(LocalTime opens, LocalTime closes) implements Comparable<OpeningPeriod> {

    public OpeningPeriod {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("opens " + opens + " must be before closes " + closes);
        }
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(opens) && time.isBefore(closes);
    }

    boolean contains(LocalTime from, LocalTime until) {
        return !from.isBefore(opens) && !until.isAfter(closes);
    }

    boolean overlaps(OpeningPeriod other) {
        return opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }

    @Override
    public int compareTo(OpeningPeriod other) {
        return opens.compareTo(other.opens);
    }
}
