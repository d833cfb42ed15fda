package io.tongban.community.appointment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.window.ServiceWindow;
import io.tongban.community.window.WindowId;
import io.tongban.community.window.WindowProblem;
import io.tongban.community.window.Windows;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The free half hours of windows, for everyone. */
@RestController
@RequestMapping("/api/v1/windows")
@Tag(name = "appointments", description = "The half hours of windows that applicants book.")
class SlotController {

    private final Slots slots;
    private final Windows windows;
    private final BusinessClock clock;

    SlotController(Slots slots, Windows windows, BusinessClock clock) {
        this.slots = slots;
        this.windows = windows;
        this.clock = clock;
    }

    @GetMapping("/{id}/slots")
    @Operation(
            operationId = "listSlots",
            summary = "List free half hours",
            description =
                    "The half hours of a window that have free places, from an hour to four weeks ahead, page by page;"
                            + " or those of one day. A window whose capacity is 0 has none.")
    @WindowProblem.Answers(WindowProblem.WINDOW_UNKNOWN)
    Page<SlotResponse> list(
            @Parameter(description = "The id of the window.") @PathVariable UUID id,
            @Parameter(description = "Only those of this day of the business clock.") @RequestParam @Nullable
                    LocalDate on,
            PageRequest page) {
        ServiceWindow window = windows.find(new WindowId(id), clock.today())
                .orElseThrow(() -> Problem.of(WindowProblem.WINDOW_UNKNOWN).with("window", id));
        ZonedDateTime from = behind(page.after());
        List<Slot> free = on == null
                ? slots.free(window, from, page.limit() + 1)
                : slots.freeOn(window, on, from, page.limit() + 1);
        return Page.of(free, page.limit(), slot -> slot.startsAt().toInstant().toString())
                .map(SlotResponse::of);
    }

    /** From the cursor on, which is a half hour that was listed. */
    private ZonedDateTime behind(@Nullable String cursor) {
        if (cursor == null) {
            return clock.now();
        }
        try {
            return Instant.parse(cursor).atZone(BusinessClock.ZONE).plusMinutes(1);
        } catch (DateTimeException noInstant) {
            throw PageRequest.notACursor();
        }
    }
}
