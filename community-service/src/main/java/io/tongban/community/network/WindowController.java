package io.tongban.community.network;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.paging.Page;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The windows: found by everyone, added and changed by the administrator of the tier. */
@RestController
@RequestMapping("/api/v1/windows")
@Tag(name = "windows", description = "The service windows: where and when which items are taken.")
class WindowController {

    private static final String ID = "The id of the window.";

    private final Windows windows;
    private final OpenWindows openWindows;
    private final Divisions divisions;
    private final AddWindow addWindow;
    private final ChangeWindow changeWindow;
    private final BusinessClock clock;

    WindowController(
            Windows windows,
            OpenWindows openWindows,
            Divisions divisions,
            AddWindow addWindow,
            ChangeWindow changeWindow,
            BusinessClock clock) {
        this.windows = windows;
        this.openWindows = openWindows;
        this.divisions = divisions;
        this.addWindow = addWindow;
        this.changeWindow = changeWindow;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listOpenWindows",
            summary = "Find open windows",
            description = "The windows that take a service item and are open at a moment, page by page.")
    @NetworkProblem.Answers({
        NetworkProblem.UNKNOWN_ITEM,
        NetworkProblem.UNKNOWN_DIVISION,
        NetworkProblem.UNREADABLE_DATE
    })
    Page<OpenWindowResponse> open(
            @Parameter(description = "The service item that the window must take.") @RequestParam String item,
            @Parameter(
                            description =
                                    "The moment, with its offset or in Shanghai's time; now by the business clock if it"
                                            + " is absent.")
                    @RequestParam
                    @Nullable
                    String at,
            @Parameter(description = "Only windows in the division with this code and below it.")
                    @RequestParam
                    @Nullable
                    String division,
            @Parameter(description = "The next of the page before; absent for the first page.") @RequestParam @Nullable
                    UUID after,
            @Parameter(description = "The most items of the page.") @RequestParam(defaultValue = "50") @Min(1) @Max(200)
                    int limit) {
        if (!windows.knowsItem(item)) {
            throw Problem.of(NetworkProblem.UNKNOWN_ITEM).with("items", List.of(item));
        }
        ZonedDateTime moment = at == null ? clock.now() : RequestedTime.at(at);
        DivisionId within = Optional.ofNullable(division)
                .map(code -> divisions
                        .find(code, moment.toLocalDate())
                        .orElseThrow(() ->
                                Problem.of(NetworkProblem.UNKNOWN_DIVISION).with("division", code)))
                .map(Division::id)
                .orElse(null);
        WindowId behind = Optional.ofNullable(after).map(WindowId::new).orElse(null);
        List<OpenWindow> found = openWindows.list(item, moment, within, behind, limit + 1);
        return Page.of(found, limit, window -> window.id().value().toString()).map(OpenWindowResponse::of);
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getWindow",
            summary = "Read a window",
            description = "The window with its opening hours. The ETag is needed to change it.")
    @NetworkProblem.Answers(NetworkProblem.WINDOW_NOT_FOUND)
    ResponseEntity<WindowResponse> get(@Parameter(description = ID) @PathVariable UUID id) {
        return windows.find(new WindowId(id), clock.today())
                .map(window -> answer(ResponseEntity.ok(), window))
                .orElseThrow(() -> Problem.of(NetworkProblem.WINDOW_NOT_FOUND).with("window", id));
    }

    @PostMapping
    @IdempotentCreate
    @Operation(
            operationId = "addWindow",
            summary = "Add a window",
            description =
                    "Adds a window to a centre of a division that the administrator's token covers; the centre is founded"
                            + " if the division has none of that name.")
    @NetworkProblem.Answers({
        NetworkProblem.OUTSIDE_YOUR_DIVISION,
        NetworkProblem.WINDOW_NAME_TAKEN,
        NetworkProblem.UNKNOWN_DIVISION,
        NetworkProblem.UNKNOWN_AUTHORITY,
        NetworkProblem.UNKNOWN_ITEM,
        NetworkProblem.IMPOSSIBLE_HOURS
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
    @NetworkProblem.Answers({
        NetworkProblem.OUTSIDE_YOUR_DIVISION,
        NetworkProblem.WINDOW_NOT_FOUND,
        NetworkProblem.WINDOW_NAME_TAKEN,
        NetworkProblem.WINDOW_CHANGED,
        NetworkProblem.UNKNOWN_AUTHORITY,
        NetworkProblem.UNKNOWN_ITEM,
        NetworkProblem.WINDOW_VERSION_MISSING
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
    @NetworkProblem.Answers({
        NetworkProblem.OUTSIDE_YOUR_DIVISION,
        NetworkProblem.WINDOW_NOT_FOUND,
        NetworkProblem.WINDOW_CHANGED,
        NetworkProblem.IMPOSSIBLE_HOURS,
        NetworkProblem.WINDOW_VERSION_MISSING
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

    private static long seen(WindowId window, IfMatch ifMatch) {
        return ifMatch.required(
                () -> Problem.of(NetworkProblem.WINDOW_VERSION_MISSING),
                () -> Problem.of(NetworkProblem.WINDOW_CHANGED).with("window", window.value()));
    }

    private static ResponseEntity<WindowResponse> answer(ResponseEntity.BodyBuilder response, ServiceWindow window) {
        return response.eTag(EntityTag.of(window.version())).body(WindowResponse.of(window));
    }
}
