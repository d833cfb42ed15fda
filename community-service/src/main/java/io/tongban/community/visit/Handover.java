package io.tongban.community.visit;

import io.tongban.community.openwindow.OpenWindow;
import io.tongban.community.openwindow.OpenWindows;
import io.tongban.community.visit.points.Completeness;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Names the windows at which a case can go on when a visit did not check everything. */
@Component
class Handover {

    private final Windows windows;
    private final OpenWindows openWindows;
    private final BusinessClock clock;
    private final VisitProperties properties;

    Handover(Windows windows, OpenWindows openWindows, BusinessClock clock, VisitProperties properties) {
        this.windows = windows;
        this.openWindows = openWindows;
        this.clock = clock;
        this.properties = properties;
    }

    /** Those that take the item now, best first; none after a visit that checked everything or was handed over. */
    List<OpenWindow> windowsAfter(Visit ended) {
        VisitEnd end = Objects.requireNonNull(ended.end());
        if (end.outcome().completeness() == Completeness.COMPLETE || end.handover() != null) {
            return List.of();
        }
        return windows.find(ended.place().window(), clock.today())
                .map(window -> openWindows.insteadOf(
                        window, ended.item(), clock.now(), properties.handoverOpenFor(), properties.handoverWindows()))
                .orElse(List.of());
    }
}
