package io.tongban.community.window;

import io.tongban.community.division.AdministeredDivision;
import io.tongban.community.window.hours.Hours;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a window of the network, from the version that the administrator saw. */
@Service
class ChangeWindow {

    private final Windows windows;
    private final AdministeredDivision administered;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    ChangeWindow(Windows windows, AdministeredDivision administered, BusinessClock businessClock, Clock systemClock) {
        this.windows = windows;
        this.administered = administered;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    @Transactional
    public ServiceWindow change(WindowId id, long seen, WindowRequest request, Caller administrator) {
        requireAdministered(id, administrator);
        windows.requireKnown(request.authority(), request.items());
        windows.change(id, seen, request.name(), request.authority(), request.items());
        return recorded(id, administrator);
    }

    @Transactional
    public ServiceWindow changeHours(WindowId id, long seen, Hours hours, Caller administrator) {
        requireAdministered(id, administrator);
        windows.changeHours(id, seen, hours);
        return recorded(id, administrator);
    }

    @Transactional
    public ServiceWindow changeCapacity(WindowId id, long seen, int capacity, Caller administrator) {
        requireAdministered(id, administrator);
        windows.changeCapacity(id, seen, capacity);
        return recorded(id, administrator);
    }

    private void requireAdministered(WindowId id, Caller administrator) {
        ServiceWindow window = windows.find(id, businessClock.today())
                .orElseThrow(() -> Problem.of(WindowProblem.WINDOW_UNKNOWN).with("window", id.value()));
        administered.require(administrator, window.division());
    }

    private ServiceWindow recorded(WindowId id, Caller administrator) {
        LocalDate today = businessClock.today();
        ServiceWindow changed = windows.find(id, today).orElseThrow();
        windows.recordChange(changed, administrator.subject(), systemClock.instant());
        return changed;
    }
}
