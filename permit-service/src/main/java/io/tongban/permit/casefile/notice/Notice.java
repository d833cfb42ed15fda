package io.tongban.permit.casefile.notice;

import io.tongban.permit.casefile.look.Look;
import java.time.LocalDate;
import java.util.Set;

/**
 * A numbered, complete list of open points.
 *
 * @param points what it names
 * @param told what it says of them
 */
public record Notice(String number, LocalDate givenOn, Set<NoticePoint> points, NoticeContent told) {

    public Notice {
        points = Set.copyOf(points);
    }

    /** The list as JSON: points with reason and remedy, ready date, what lapses. */
    public String content() {
        return told.json();
    }

    /** Whether the applicant knows from it what a look found: all of these points, none in a better state, no earlier date. */
    boolean covers(Look look, Set<NoticePoint> found) {
        return points.containsAll(found) && !hasWorsened(look) && !isLater(look);
    }

    private boolean hasWorsened(Look look) {
        return look.openPoints().stream()
                .anyMatch(point ->
                        point.state().compareTo(told.states().getOrDefault(point.criterion(), point.state())) > 0);
    }

    /** That papers can be brought today is no later date than that they could be brought on an earlier day. */
    private boolean isLater(Look look) {
        LocalDate before = told.readyOn();
        LocalDate now = look.readyOn();
        if (before == null) {
            return false;
        }
        return now == null || (now.isAfter(before) && now.isAfter(look.appliedOn()));
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Notice[" + number + "]";
    }
}
