package io.tongban.community.network;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.paging.Page;
import io.tongban.platform.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
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
class DivisionController {

    private final Divisions divisions;
    private final BusinessClock clock;

    DivisionController(Divisions divisions, BusinessClock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    @GetMapping
    Page<DivisionResponse> list(
            @RequestParam @Nullable String tier,
            @RequestParam @Nullable String parent,
            @RequestParam @Nullable String on,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        LocalDate day = day(on);
        Tier ofTier = Optional.ofNullable(tier).map(DivisionController::tier).orElse(null);
        DivisionId below = Optional.ofNullable(parent)
                .map(code -> divisions
                        .find(code, day)
                        .orElseThrow(() ->
                                Problem.of(NetworkProblem.UNKNOWN_DIVISION).with("division", code)))
                .map(Division::id)
                .orElse(null);
        List<Division> found = divisions.list(ofTier, below, day, after, limit + 1);
        return Page.of(found, limit, Division::code).map(DivisionResponse::of);
    }

    @GetMapping("/{code}")
    DivisionResponse get(@PathVariable String code, @RequestParam @Nullable String on) {
        return divisions
                .find(code, day(on))
                .map(DivisionResponse::of)
                .orElseThrow(() -> Problem.of(NetworkProblem.DIVISION_NOT_FOUND).with("division", code));
    }

    private LocalDate day(@Nullable String on) {
        return on == null ? clock.today() : RequestedTime.on(on);
    }

    private static Tier tier(String word) {
        return Tier.of(word)
                .orElseThrow(() -> Problem.of(NetworkProblem.UNKNOWN_TIER)
                        .with("tier", word)
                        .with("tiers", List.of(Tier.values())));
    }
}
