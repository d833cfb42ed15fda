package io.tongban.community.division;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The divisions of the network, for everyone. */
@RestController
@RequestMapping("/api/v1/divisions")
@Tag(name = "divisions", description = "The divisions of the four tiers, as the official list has them on a day.")
class DivisionController {

    private static final String ON = "The day; today by the business clock if it is absent.";

    private final Divisions divisions;
    private final BusinessClock clock;

    DivisionController(Divisions divisions, BusinessClock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listDivisions",
            summary = "List divisions",
            description = "The divisions that are in force on a day, in the order of their codes, page by page.")
    @DivisionProblem.Answers({DivisionProblem.DIVISION_UNKNOWN})
    Page<DivisionResponse> list(
            @Parameter(description = "Only divisions of this tier.") @RequestParam @Nullable Tier tier,
            @Parameter(description = "Only divisions right below the one with this code.") @RequestParam @Nullable
                    String parent,
            @Parameter(description = ON) @RequestParam @Nullable LocalDate on,
            PageRequest page) {
        LocalDate day = day(on);
        DivisionId below = Optional.ofNullable(parent)
                .map(code -> divisions
                        .find(code, day)
                        .orElseThrow(() -> Problem.of(DivisionProblem.DIVISION_UNKNOWN)
                                .namedInRequest()
                                .withSent("division", code)))
                .map(Division::id)
                .orElse(null);
        List<Division> found =
                divisions.list(tier, below, day, Objects.requireNonNullElse(page.after(), ""), page.limit() + 1);
        return Page.of(found, page.limit(), Division::code).map(DivisionResponse::of);
    }

    @GetMapping("/{code}")
    @Operation(
            operationId = "getDivision",
            summary = "Read a division",
            description =
                    "The division that has the code on a day. A code can pass to another division; the id does not.")
    @DivisionProblem.Answers(DivisionProblem.DIVISION_UNKNOWN)
    DivisionResponse get(
            @Parameter(description = "The official code of the division.", schema = @Schema(pattern = "^[0-9]{12}$"))
                    @PathVariable
                    String code,
            @Parameter(description = ON) @RequestParam @Nullable LocalDate on) {
        return divisions
                .find(code, day(on))
                .map(DivisionResponse::of)
                .orElseThrow(() -> Problem.of(DivisionProblem.DIVISION_UNKNOWN).withSent("division", code));
    }

    private LocalDate day(@Nullable LocalDate on) {
        return on == null ? clock.today() : on;
    }
}
