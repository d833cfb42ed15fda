package io.tongban.community.appointment;

import io.tongban.community.openwindow.OpenWindow;
import io.tongban.community.openwindow.OpenWindows;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The half hours that are offered in place of a displaced one, as they are free at the moment: none is held.
 *
 * <p>First those of the same window, from the time that was booked on, then the first of each window that would be open then instead.
 */
@Component
class Offers {

    /** In one statement; of these only windows that give appointments are looked at, until there are enough offers. */
    private static final int WINDOWS_LOOKED_AT = 100;

    private final Slots slots;
    private final Windows windows;
    private final OpenWindows openWindows;
    private final AppointmentProperties properties;
    private final BusinessClock clock;

    Offers(
            Slots slots,
            Windows windows,
            OpenWindows openWindows,
            AppointmentProperties properties,
            BusinessClock clock) {
        this.slots = slots;
        this.windows = windows;
        this.openWindows = openWindows;
        this.properties = properties;
        this.clock = clock;
    }

    List<Slot> insteadOf(Appointment displaced) {
        LocalDate today = clock.today();
        return windows.find(displaced.window(), today)
                .map(window -> insteadOf(displaced, window, today))
                .orElse(List.of());
    }

    private List<Slot> insteadOf(Appointment displaced, ServiceWindow window, LocalDate today) {
        List<Slot> offers = new ArrayList<>();
        if (window.takes(displaced.item())) {
            offers.addAll(slots.free(window, displaced.startsAt(), properties.offered()));
        }
        if (offers.size() < properties.offered()) {
            ZonedDateTime now = clock.now();
            ZonedDateTime from = displaced.startsAt().isBefore(now) ? now : displaced.startsAt();
            openWindows
                    .insteadOf(window, displaced.item(), from, properties.placeFreeAfter(), WINDOWS_LOOKED_AT)
                    .stream()
                    .filter(near -> near.capacity() > 0)
                    .map(OpenWindow::id)
                    .flatMap(id -> windows.find(id, today).stream())
                    .flatMap(near -> slots.free(near, from, 1).stream())
                    .limit(properties.offered() - offers.size())
                    .forEach(offers::add);
        }
        return offers;
    }
}
