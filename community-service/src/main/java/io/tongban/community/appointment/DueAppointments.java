package io.tongban.community.appointment;

import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of appointments by itself: nobody came, or the window changed. Several replicas may look at once. */
@Service
class DueAppointments {

    private final Appointments appointments;
    private final Slots slots;
    private final Windows windows;
    private final AppointmentProperties properties;
    private final BusinessClock clock;

    DueAppointments(
            Appointments appointments,
            Slots slots,
            Windows windows,
            AppointmentProperties properties,
            BusinessClock clock) {
        this.appointments = appointments;
        this.slots = slots;
        this.windows = windows;
        this.properties = properties;
        this.clock = clock;
    }

    /** How many lost their place or are missed; none: there are no more. */
    @Transactional
    public int missSome() {
        ZonedDateTime now = clock.now();
        return appointments.miss(now.minus(properties.missedAfter()))
                + appointments.freePlacesOf(now.minus(properties.placeFreeAfter()));
    }

    /** Whether a window had changed, whose appointments are displaced now as far as it no longer offers them. */
    @Transactional
    public boolean displaceAtAWindow() {
        Optional<WindowId> changed = windows.takeChanged();
        changed.flatMap(id -> windows.find(id, clock.today())).ifPresent(this::displace);
        return changed.isPresent();
    }

    private void displace(ServiceWindow window) {
        ZonedDateTime now = clock.now();
        List<ZonedDateTime> gone = appointments.bookedStarts(window.id(), now).stream()
                .filter(start -> !slots.isWithinOpening(window, start.toLocalDateTime()))
                .toList();
        appointments.displace(window.id(), now, gone, window.items());
    }
}
