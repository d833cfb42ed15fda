package io.tongban.permit.casefile.notice;

import io.tongban.engine.papers.LastDay;
import io.tongban.engine.point.OpenPoint;
import io.tongban.permit.casefile.authority.AuthorityId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice of a chain, as the rule of one notice sees it.
 *
 * @param event the number of the event with which it was given
 * @param window where it was given; null: the service gave it
 * @param points all that it names
 * @param readyOn what it says of the ready date; null: unknown
 * @param until the last days of papers that it announces
 */
public record GivenNotice(
        String number,
        long event,
        LocalDate givenOn,
        @Nullable Window window,
        List<OpenPoint> points,
        @Nullable LocalDate readyOn,
        List<LastDay> until) {

    /** A window with the two bodies that answer for it: the authority that staffs it, and its host. */
    public record Window(AuthorityId authority, String host) {}

    public GivenNotice {
        points = List.copyOf(points);
        until = List.copyOf(until);
    }

    /** Whether the applicant knows the point from it, in this or a worse state. */
    boolean covers(OpenPoint point) {
        return points.stream().anyMatch(told -> told.covers(point));
    }

    boolean announces(LastDay day) {
        return until.stream().anyMatch(day::isSameAs);
    }

    /** Whether it announces a last day of a paper of the criterion that lies in the days from the first to before the last. */
    boolean announcesBetween(String criterion, LocalDate first, LocalDate beforeLast) {
        return until.stream()
                .filter(day -> day.criterion().equals(criterion))
                .anyMatch(day -> !day.on().isBefore(first) && day.on().isBefore(beforeLast));
    }
}
