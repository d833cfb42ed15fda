package io.tongban.community.appointment;

import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.hours.WorkingCalendar;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The half hours that a window offers: wholly within its opening, from an hour to four weeks ahead. */
@Component
class Slots {

    private static final Duration LENGTH = Duration.ofMinutes(30);

    private static final int OF_A_DAY = 48;

    private final Appointments appointments;
    private final WorkingCalendar calendar;
    private final AppointmentProperties properties;
    private final BusinessClock clock;

    Slots(Appointments appointments, WorkingCalendar calendar, AppointmentProperties properties, BusinessClock clock) {
        this.appointments = appointments;
        this.calendar = calendar;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The half hour of the window that begins then, whether or not it is full.
     *
     * @throws Problem {@link AppointmentProblem#SLOT_NOT_OFFERED} if it does not lie within the opening and the time of booking
     */
    ZonedDateTime offered(ServiceWindow window, OffsetDateTime wanted) {
        ZonedDateTime now = clock.now();
        Instant start = wanted.toInstant(); // compared first: no local time of ours is that far away
        if (start.isBefore(earliest(now).toInstant())
                || start.isAfter(latest(now).toInstant())) {
            throw notOffered(window, now);
        }
        ZonedDateTime startsAt = start.atZone(BusinessClock.ZONE);
        if (!isWithinOpening(window, startsAt.toLocalDateTime())) {
            throw notOffered(window, now);
        }
        return startsAt;
    }

    /** Whether it is a half hour, and the window is open for the whole of it. */
    boolean isWithinOpening(ServiceWindow window, LocalDateTime start) {
        return start.equals(start.toLocalDate().atTime(start.getHour(), start.getMinute() < 30 ? 0 : 30))
                && window.hours().isOpenThroughout(start, LENGTH, calendar);
    }

    /** The half hours of the window that have free places, from a moment on, in their order. */
    List<Slot> free(ServiceWindow window, ZonedDateTime from, int limit) {
        return free(window, from, latest(clock.now()), limit);
    }

    /** Those of one day. */
    List<Slot> freeOn(ServiceWindow window, LocalDate day, ZonedDateTime from, int limit) {
        ZonedDateTime latest = latest(clock.now());
        if (day.isBefore(clock.today()) || day.isAfter(latest.toLocalDate())) {
            return List.of();
        }
        ZonedDateTime begins = day.atStartOfDay(BusinessClock.ZONE);
        ZonedDateTime last = begins.plusDays(1).minus(LENGTH);
        return free(window, from.isBefore(begins) ? begins : from, last.isBefore(latest) ? last : latest, limit);
    }

    private List<Slot> free(ServiceWindow window, ZonedDateTime from, ZonedDateTime until, int limit) {
        ZonedDateTime earliest = earliest(clock.now());
        ZonedDateTime first = from.isBefore(earliest) ? earliest : from;
        if (window.capacity() == 0 || first.isAfter(until)) {
            return List.of();
        }
        Map<Instant, Integer> held = appointments.held(window.id(), first, until);
        return starts(first, until)
                .filter(start -> isWithinOpening(window, start.toLocalDateTime()))
                .map(start -> new Slot(window.id(), start, window.capacity() - held.getOrDefault(start.toInstant(), 0)))
                .filter(slot -> slot.free() > 0)
                .limit(limit)
                .toList();
    }

    private static Stream<ZonedDateTime> starts(ZonedDateTime first, ZonedDateTime until) {
        return first.toLocalDate()
                .datesUntil(until.toLocalDate().plusDays(1))
                .flatMap(day -> IntStream.range(0, OF_A_DAY)
                        .mapToObj(number -> day.atStartOfDay(BusinessClock.ZONE).plus(LENGTH.multipliedBy(number))))
                .filter(start -> !start.isBefore(first) && !start.isAfter(until));
    }

    private ZonedDateTime earliest(ZonedDateTime now) {
        return now.plus(properties.soonest());
    }

    private ZonedDateTime latest(ZonedDateTime now) {
        return now.plus(properties.latest());
    }

    private Problem notOffered(ServiceWindow window, ZonedDateTime now) {
        return Problem.of(AppointmentProblem.SLOT_NOT_OFFERED)
                .with("window", window.id().value())
                .with("earliestAt", earliest(now).toOffsetDateTime())
                .with("latestAt", latest(now).toOffsetDateTime());
    }
}
