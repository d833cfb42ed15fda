package io.tongban.community.ticket;

import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.WindowProblem;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the window that a ticket or a visit is for. */
@Component
public class Desk {

    private final Windows windows;
    private final BusinessClock clock;

    Desk(Windows windows, BusinessClock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * The window as it is today, at which the clerk works.
     *
     * @throws Problem also if they work elsewhere
     */
    public ServiceWindow staffedBy(Caller clerk, UUID window, String item) {
        ServiceWindow found = taking(window, item);
        requireStaffed(found, clerk);
        return found;
    }

    /** Whether the clerk works at the window as it is today. */
    public boolean isStaffedBy(Caller clerk, WindowId window) {
        return clerk.hasRole("clerk")
                && find(window).filter(found -> isStaffed(found, clerk)).isPresent();
    }

    Optional<ServiceWindow> find(WindowId window) {
        return windows.find(window, clock.today());
    }

    /** @throws Problem if the clerk works elsewhere */
    void requireStaffed(ServiceWindow window, Caller clerk) {
        if (!isStaffed(window, clerk)) {
            throw notYours(window);
        }
    }

    private static boolean isStaffed(ServiceWindow window, Caller clerk) {
        String tier = clerk.tier();
        String division = clerk.division();
        String authority = clerk.authority();
        return tier != null && division != null && authority != null && window.isStaffedBy(tier, division, authority);
    }

    /**
     * The window as it is today, in the division in which the ticket machine stands.
     *
     * @throws Problem also if it stands elsewhere
     */
    ServiceWindow servedBy(Caller device, UUID window, String item) {
        ServiceWindow found = taking(window, item);
        String tier = device.tier();
        String division = device.division();
        if (tier == null || division == null || !found.isAt(tier, division)) {
            throw notYours(found);
        }
        return found;
    }

    static Problem unknown(UUID window) {
        return Problem.of(WindowProblem.WINDOW_UNKNOWN).with("window", window);
    }

    private static Problem notYours(ServiceWindow window) {
        return Problem.of(WindowProblem.WINDOW_NOT_YOURS)
                .with("window", window.id().value());
    }

    /**
     * The window as it is today.
     *
     * @throws Problem if there is no such window or item, or the window does not take the item
     */
    public ServiceWindow taking(UUID window, String item) {
        ServiceWindow found =
                find(new WindowId(window)).orElseThrow(() -> unknown(window).namedInRequest());
        if (!windows.knowsItem(item)) {
            throw Problem.of(WindowProblem.ITEM_UNKNOWN).withSent("item", item);
        }
        if (!found.takes(item)) {
            throw Problem.of(TicketProblem.ITEM_NOT_TAKEN_HERE)
                    .with("window", window)
                    .withSent("item", item)
                    .with("items", found.items());
        }
        return found;
    }
}
