package io.tongban.community.ticket;

import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.WindowProblem;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
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
        String tier = clerk.tier();
        String division = clerk.division();
        String authority = clerk.authority();
        if (tier == null || division == null || authority == null || !found.isStaffedBy(tier, division, authority)) {
            throw notYours(found);
        }
        return found;
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
        ServiceWindow found = windows.find(new WindowId(window), clock.today())
                .orElseThrow(() -> Problem.of(WindowProblem.WINDOW_UNKNOWN)
                        .namedInRequest()
                        .with("window", window));
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
