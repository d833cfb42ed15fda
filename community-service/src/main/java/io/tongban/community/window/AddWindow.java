package io.tongban.community.window;

import io.tongban.community.division.AdministeredDivision;
import io.tongban.community.division.Division;
import io.tongban.community.division.DivisionProblem;
import io.tongban.community.division.Divisions;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a window to the network. */
@Service
class AddWindow {

    private final Windows windows;
    private final Divisions divisions;
    private final AdministeredDivision administered;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    AddWindow(
            Windows windows,
            Divisions divisions,
            AdministeredDivision administered,
            BusinessClock businessClock,
            Clock systemClock) {
        this.windows = windows;
        this.divisions = divisions;
        this.administered = administered;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    @Transactional
    public ServiceWindow add(NewWindowRequest request, Caller administrator) {
        LocalDate today = businessClock.today();
        Division division = divisions
                .find(request.division(), today)
                .orElseThrow(() -> Problem.of(DivisionProblem.DIVISION_UNKNOWN)
                        .namedInRequest()
                        .withSent("division", request.division()));
        administered.require(administrator, division);
        windows.requireKnown(request.authority(), request.items());
        WindowId id = windows.add(
                windows.centre(division.id(), request.centre()),
                request.name(),
                request.authority(),
                request.items(),
                request.hours().toHours());
        ServiceWindow added = windows.find(id, today).orElseThrow();
        windows.recordChange(added, administrator.subject(), systemClock.instant());
        return added;
    }
}
