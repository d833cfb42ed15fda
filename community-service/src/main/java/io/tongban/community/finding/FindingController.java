package io.tongban.community.finding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.security.Caller;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The findings, for those who answer for the window: its authority and its host. */
@RestController
@RequestMapping("/api/v1/findings")
@Tag(
        name = "findings",
        description = "What was found at windows by itself, for the authority and the host of the window.")
class FindingController {

    private final Findings findings;
    private final BusinessClock clock;

    FindingController(Findings findings, BusinessClock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listFindings",
            summary = "List the findings of a day",
            description =
                    "The findings at windows that the token answers for, page by page: a supervisor's at windows of"
                            + " the authority and in the division that their token names, a tier administrator's in their division"
                            + " and below it.")
    Page<FindingResponse> list(
            @Parameter(description = "The day of the ticket or visit; today by the business clock if it is absent.")
                    @RequestParam
                    @Nullable
                    LocalDate on,
            PageRequest page,
            Caller reader) {
        String authority = reader.hasRole("supervisor") ? reader.authority() : null;
        List<Finding> found = findings.list(
                on == null ? clock.today() : on, authority, reader.division(), page.afterId(), page.limit() + 1);
        return Page.of(found, page.limit(), finding -> finding.id().toString()).map(FindingResponse::of);
    }
}
