package io.tongban.platform.test;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Hidden;
import io.tongban.platform.TongbanApplication;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.entitytag.EntityTag;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.GeneralProblem;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import io.tongban.platform.security.EndpointRules;
import io.tongban.platform.security.NamedAuthorities;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small service that uses the platform as a real one does. */
@SpringBootApplication
class SampleService {

    public static void main(String[] arguments) {
        TongbanApplication.run(SampleService.class, arguments);
    }

    @Bean
    EndpointRules sampleRules() {
        return requests -> {
            requests.requestMatchers(HttpMethod.GET, "/open/**").permitAll();
            requests.requestMatchers("/things/**", "/things", "/other-things").hasAnyRole("maker", "reader");
            requests.requestMatchers(HttpMethod.GET, "/scoped").hasAuthority("SCOPE_things:read");
            requests.requestMatchers(HttpMethod.GET, "/me").authenticated();
        };
    }

    @Bean
    NamedAuthorities sampleAuthorities() {
        return () -> Set.of("ROLE_maker", "ROLE_reader", "SCOPE_things:read");
    }

    /** Makes and shows things. */
    @RestController
    static class ThingController {

        private final BusinessClock clock;

        ThingController(BusinessClock clock) {
            this.clock = clock;
        }

        @GetMapping("/open/today")
        Map<String, String> today() {
            return Map.of("today", clock.today().toString());
        }

        @GetMapping("/me")
        Caller me(Caller caller) {
            return caller;
        }

        @GetMapping("/scoped")
        String scoped() {
            return "yes";
        }

        @PostMapping(path = "/things/checked", consumes = MediaType.APPLICATION_JSON_VALUE)
        Thing check(@Valid @RequestBody Thing thing) {
            return thing;
        }

        @GetMapping("/things/{id}")
        String byId(@PathVariable UUID id, @RequestParam @Positive int size) {
            return id + " " + size;
        }

        @GetMapping("/things/broken")
        String broken() {
            throw new IllegalStateException("secret of the house: 330104199001010013");
        }

        @GetMapping(path = "/things/pages")
        Page<String> page(PageRequest page) {
            return new Page<>(List.of("limit " + page.limit()), page.after());
        }

        @PutMapping("/things/versioned")
        ResponseEntity<Map<String, Object>> change(IfMatch ifMatch) {
            long seen = ifMatch.required(
                    () -> Problem.of(GeneralProblem.BAD_REQUEST), () -> Problem.of(GeneralProblem.NOT_FOUND));
            return ResponseEntity.ok().eTag(EntityTag.of(seen + 1)).body(Map.of("seen", seen));
        }

        @GetMapping("/things/found")
        String found(
                @RequestParam LocalDate on,
                @RequestParam OffsetDateTime at,
                @RequestParam @Nullable Colour colour,
                @RequestParam(defaultValue = "1") @Positive int size,
                PageRequest page) {
            return on + " " + at + " " + colour + " " + size + " " + page.limit();
        }

        @GetMapping("/things/json")
        Map<String, String> json(@RequestHeader(name = "X-Colour", required = false) @Nullable String colour) {
            return colour == null ? Map.of() : Map.of("colour", colour);
        }

        @GetMapping("/things/forbidden-inside")
        String forbiddenInside() {
            throw new AccessDeniedException("inside");
        }

        @Hidden // the description has no words for what nobody may call
        @GetMapping("/ungranted")
        String ungranted() {
            return "never";
        }
    }

    record Thing(
            @NotBlank String name,
            @Pattern(regexp = "[0-9]{17}[0-9X]") String number,
            @Valid @Size(max = 2) List<Part> parts,
            @Nullable LocalDate madeOn,
            @Nullable Colour colour,
            @Nullable @Size(min = 1, max = 3) List<@NotBlank String> labels,
            @Null(message = "must not be ${validatedValue}") String indiscreet,
            @Nullable Map<@Pattern(regexp = "[a-z0-9-]{1,9}") String, @Size(max = 3) String> says,
            @Nullable Set<@NotBlank String> tags,
            @JsonProperty("case") @Nullable @Size(max = 3) String caseId,
            @JsonProperty("in") @Nullable @Size(max = 2) List<@Valid Box> boxes) {

        @AssertTrue
        boolean isColouredAfterItWasMade() {
            return colour == null || madeOn != null;
        }
    }

    record Box(
            @JsonProperty("for") @Nullable @CodePointLength(max = 3)
            String whom) {}

    record Part(@Positive int size) {}

    /** What a thing can have as its colour. */
    enum Colour {
        RED,
        GREEN
    }
}
