package io.tongban.community.openwindow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.division.Division;
import io.tongban.community.division.DivisionId;
import io.tongban.community.division.DivisionProblem;
import io.tongban.community.division.Divisions;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.WindowProblem;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.Problem;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search for open windows, for everyone. */
@RestController
@RequestMapping("/api/v1/windows")
@Tag(name = "windows")
class OpenWindowController {

    private final OpenWindows openWindows;
    private final Windows windows;
    private final Divisions divisions;
    private final BusinessClock clock;

    OpenWindowController(OpenWindows openWindows, Windows windows, Divisions divisions, BusinessClock clock) {
        this.openWindows = openWindows;
        this.windows = windows;
        this.divisions = divisions;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listOpenWindows",
            summary = "Find open windows",
            description = "The windows that take a service item and are open at a moment, page by page.")
    @WindowProblem.Answers(WindowProblem.ITEM_UNKNOWN)
    @DivisionProblem.Answers(DivisionProblem.DIVISION_UNKNOWN)
    Page<OpenWindowResponse> open(
            @Parameter(description = "The service item that the window must take.") @RequestParam String item,
            @Parameter(description = "The moment; now by the business clock if it is absent.") @RequestParam @Nullable
                    OffsetDateTime at,
            @Parameter(description = "Only windows in the division with this code and below it.")
                    @RequestParam
                    @Nullable
                    String division,
            PageRequest page) {
        if (!windows.knowsItem(item)) {
            throw Problem.of(WindowProblem.ITEM_UNKNOWN).withSent("item", item);
        }
        ZonedDateTime moment = at == null ? clock.now() : at.atZoneSameInstant(BusinessClock.ZONE);
        DivisionId within = Optional.ofNullable(division)
                .map(code -> divisions
                        .find(code, moment.toLocalDate())
                        .orElseThrow(() -> Problem.of(DivisionProblem.DIVISION_UNKNOWN)
                                .namedInRequest()
                                .withSent("division", code)))
                .map(Division::id)
                .orElse(null);
        List<OpenWindow> found = openWindows.list(item, moment, within, behind(page), page.limit() + 1);
        return Page.of(found, page.limit(), window -> window.id().value().toString())
                .map(OpenWindowResponse::of);
    }

    private static @Nullable WindowId behind(PageRequest page) {
        UUID after = page.afterId();
        return after == null ? null : new WindowId(after);
    }
}
