package io.tongban.community.window.hours;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The opening hours of one window; on public holidays it is always closed. */
public record Hours(List<OpeningPeriod> workingDays, List<OpeningPeriod> weekends) {

    /** The lunch time of the city's centres. Custom, not law: no text was found that sets it. */
    private static final OpeningPeriod LUNCH_TIME = new OpeningPeriod(LocalTime.of(11, 30), LocalTime.of(13, 30));

    /** Longer than any run of closed days between two openings that the calendar has known. */
    private static final int DAYS_AHEAD = 31;

    public Hours {
        workingDays = inOrder(workingDays);
        weekends = inOrder(weekends);
    }

    public Lunch lunch() {
        boolean covered = workingDays.stream()
                .anyMatch(period -> !period.opens().isAfter(LUNCH_TIME.opens())
                        && !period.closes().isBefore(LUNCH_TIME.closes()));
        return covered ? Lunch.COVERED : Lunch.CLOSED;
    }

    /** The moment at which the window closes next, or empty when it is closed at {@code moment}. */
    public Optional<LocalDateTime> closesAfter(LocalDateTime moment, WorkingCalendar calendar) {
        return periods(calendar.kindOf(moment.toLocalDate())).stream()
                .filter(period -> period.contains(moment.toLocalTime()))
                .map(period -> moment.toLocalDate().atTime(period.closes()))
                .findFirst();
    }

    /** Whether the window is open from {@code moment} on for so long, without a break. */
    public boolean isOpenThroughout(LocalDateTime moment, Duration length, WorkingCalendar calendar) {
        LocalDateTime end = moment.plus(length);
        return end.toLocalDate().equals(moment.toLocalDate())
                && periods(calendar.kindOf(moment.toLocalDate())).stream()
                        .anyMatch(period -> period.contains(moment.toLocalTime(), end.toLocalTime()));
    }

    /** The first opening after {@code moment}, or empty when the window opens on none of the next 31 days. */
    public Optional<LocalDateTime> opensAfter(LocalDateTime moment, WorkingCalendar calendar) {
        LocalDate today = moment.toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD + 1L))
                .flatMap(day -> periods(calendar.kindOf(day)).stream().map(period -> day.atTime(period.opens())))
                .filter(opening -> opening.isAfter(moment))
                .findFirst();
    }

    private List<OpeningPeriod> periods(DayKind day) {
        return switch (day) {
            case WORKING_DAY -> workingDays;
            case WEEKEND -> weekends;
            case HOLIDAY -> List.of();
        };
    }

    private static List<OpeningPeriod> inOrder(List<OpeningPeriod> periods) {
        List<OpeningPeriod> sorted = periods.stream().sorted().toList();
        for (int next = 1; next < sorted.size(); next++) {
            if (sorted.get(next - 1).overlaps(sorted.get(next))) {
                throw new IllegalArgumentException(
                        "periods overlap: " + sorted.get(next - 1) + " and " + sorted.get(next));
            }
        }
        return sorted;
    }
}
