package io.tongban.community.window;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.community.division.DivisionProblem;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The windows: read by everyone, added and changed by the administrator of the tier. */
@RestController
@RequestMapping("/api/v1/windows")
@Tag(name = "windows", description = "The service windows: where and when which items are taken.")
class WindowController {

    private static final String ID = "The id of the window.";

    private final Windows windows;
    private final AddWindow addWindow;
    private final ChangeWindow changeWindow;
    private final BusinessClock clock;

    WindowController(Windows windows, AddWindow addWindow, ChangeWindow changeWindow, BusinessClock clock) {
        this.windows = windows;
        this.addWindow = addWindow;
        this.changeWindow = changeWindow;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getWindow",
            summary = "Read a window",
            description = "The window with its opening hours. The ETag is needed to change it.")
    @WindowProblem.Answers(WindowProblem.WINDOW_UNKNOWN)
    ResponseEntity<WindowResponse> get(@Parameter(description = ID) @PathVariable UUID id) {
        return windows.find(new WindowId(id), clock.today())
                .map(window -> answer(ResponseEntity.ok(), window))
                .orElseThrow(() -> Problem.of(WindowProblem.WINDOW_UNKNOWN).with("window", id));
    }

    @PostMapping
    @IdempotentCreate
    @Operation(
            operationId = "addWindow",
            summary = "Add a window",
            description =
                    "Adds a window to a centre of a division that the administrator's token covers; the centre is founded"
                            + " if the division has none of that name.")
    @DivisionProblem.Answers({DivisionProblem.DIVISION_NOT_YOURS, DivisionProblem.DIVISION_UNKNOWN})
    @WindowProblem.Answers({
        WindowProblem.WINDOW_NAME_TAKEN,
        WindowProblem.AUTHORITY_UNKNOWN,
        WindowProblem.ITEM_UNKNOWN,
        WindowProblem.HOURS_IMPOSSIBLE
    })
    ResponseEntity<WindowResponse> add(@Valid @RequestBody NewWindowRequest request, Caller administrator) {
        ServiceWindow added = addWindow.add(request, administrator);
        return answer(
                ResponseEntity.created(
                        URI.create("/api/v1/windows/" + added.id().value())),
                added);
    }

    @PutMapping("/{id}")
    @Operation(
            operationId = "changeWindow",
            summary = "Change a window",
            description =
                    "Gives a window another name, authority or items, from the version that the administrator saw.")
    @DivisionProblem.Answers(DivisionProblem.DIVISION_NOT_YOURS)
    @WindowProblem.Answers({
        WindowProblem.WINDOW_UNKNOWN,
        WindowProblem.WINDOW_NAME_TAKEN,
        WindowProblem.WINDOW_CHANGED,
        WindowProblem.AUTHORITY_UNKNOWN,
        WindowProblem.ITEM_UNKNOWN,
        WindowProblem.WINDOW_VERSION_MISSING
    })
    ResponseEntity<WindowResponse> change(
            @Parameter(description = ID) @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody WindowRequest request,
            Caller administrator) {
        WindowId window = new WindowId(id);
        long seen = seen(window, ifMatch);
        return answer(ResponseEntity.ok(), changeWindow.change(window, seen, request, administrator));
    }

    @PutMapping("/{id}/hours")
    @Operation(
            operationId = "changeWindowHours",
            summary = "Change the opening hours of a window",
            description =
                    "Replaces the hours of working days and weekends, from the version that the administrator saw. On"
                            + " public holidays every window is closed.")
    @DivisionProblem.Answers(DivisionProblem.DIVISION_NOT_YOURS)
    @WindowProblem.Answers({
        WindowProblem.WINDOW_UNKNOWN,
        WindowProblem.WINDOW_CHANGED,
        WindowProblem.HOURS_IMPOSSIBLE,
        WindowProblem.WINDOW_VERSION_MISSING
    })
    ResponseEntity<WindowResponse> changeHours(
            @Parameter(description = ID) @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody HoursBody request,
            Caller administrator) {
        WindowId window = new WindowId(id);
        long seen = seen(window, ifMatch);
        return answer(ResponseEntity.ok(), changeWindow.changeHours(window, seen, request.toHours(), administrator));
    }

    @PutMapping("/{id}/capacity")
    @Operation(
            operationId = "changeWindowCapacity",
            summary = "Change the places of a window",
            description = "Sets how many appointments the window takes in each half hour, from the version that the"
                    + " administrator saw. What is booked stays booked.")
    @DivisionProblem.Answers(DivisionProblem.DIVISION_NOT_YOURS)
    @WindowProblem.Answers({
        WindowProblem.WINDOW_UNKNOWN,
        WindowProblem.WINDOW_CHANGED,
        WindowProblem.WINDOW_VERSION_MISSING
    })
    ResponseEntity<WindowResponse> changeCapacity(
            @Parameter(description = ID) @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody CapacityBody request,
            Caller administrator) {
        WindowId window = new WindowId(id);
        long seen = seen(window, ifMatch);
        return answer(
                ResponseEntity.ok(), changeWindow.changeCapacity(window, seen, request.capacity(), administrator));
    }

    private static long seen(WindowId window, IfMatch ifMatch) {
        return ifMatch.required(
                () -> Problem.of(WindowProblem.WINDOW_VERSION_MISSING),
                () -> Problem.of(WindowProblem.WINDOW_CHANGED).with("window", window.value()));
    }

    private static ResponseEntity<WindowResponse> answer(ResponseEntity.BodyBuilder response, ServiceWindow window) {
        return response.eTag(EntityTag.of(window.version())).body(WindowResponse.of(window));
    }
}
