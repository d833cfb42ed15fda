package io.tongban.platform.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.platform.entitytag.IfMatch;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.paging.Page;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.ProblemType;
import io.tongban.platform.security.Caller;
import io.tongban.platform.security.EndpointRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with one small controller; only its description is read, so the methods do nothing. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ThingService.ThingController.class)
class ThingService {

    @Bean
    ApiDescription description() {
        return new ApiDescription("Things", "Makes things.", Set.of("ROLE_maker", "ROLE_reader", "SCOPE_things:read"));
    }

    @Bean
    EndpointRules thingRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, "/things", "/things/*/parts")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/things")
                .hasRole("maker")
                .requestMatchers(HttpMethod.GET, "/things/*")
                .hasAnyAuthority("ROLE_maker", "SCOPE_things:read")
                .requestMatchers("/things/*")
                .authenticated();
    }

    /** Makes, shows and changes things. */
    @RestController
    @Tag(name = "things", description = "Whatever can be made.")
    static class ThingController {

        @GetMapping("/things")
        @Operation(operationId = "listThings", summary = "List things", description = "All of them, page by page.")
        Page<Thing> list(PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @GetMapping("/things/{id}/parts")
        @Operation(operationId = "listParts", summary = "List parts", description = "More for those who sign in.")
        List<Thing.Part> parts(@PathVariable int id, IfMatch ifMatch, @Nullable Caller caller) {
            throw new UnsupportedOperationException();
        }

        @GetMapping("/things/{id}")
        @Operation(operationId = "getThing", summary = "Read a thing", description = "As it is now.")
        @ThingProblem.Answers(ThingProblem.THING_MISSING)
        Thing get(@PathVariable int id) {
            throw new UnsupportedOperationException();
        }

        @PostMapping("/things")
        @IdempotentCreate
        @Operation(operationId = "makeThing", summary = "Make a thing", description = "Once.")
        @ThingProblem.Answers(ThingProblem.THING_BROKEN)
        ResponseEntity<Thing> make(@Valid @RequestBody NewThing thing, Caller maker) {
            throw new UnsupportedOperationException();
        }

        @PutMapping("/things/{id}")
        @Operation(operationId = "changeThing", summary = "Change a thing", description = "From what was seen.")
        @ThingProblem.Answers({ThingProblem.THING_MISSING, ThingProblem.THING_BROKEN, ThingProblem.THING_VERSION_MISSING
        })
        ChangedThing change(@PathVariable int id, IfMatch ifMatch, @Valid @RequestBody NewThing thing) {
            throw new UnsupportedOperationException();
        }
    }

    record Thing(int id, String name, @Nullable String note, List<Part> parts) {

        record Part(int size, @Nullable Colour colour) {}

        enum Colour {
            RED,
            BLUE
        }
    }

    record ChangedThing(
            @JsonUnwrapped Thing thing,
            int times,
            @JsonUnwrapped @Nullable Reason reason) {}

    record Reason(String because) {}

    record NewThing(
            @NotBlank @Pattern(regexp = "[a-z]+") String name,
            @Nullable @Pattern(regexp = "\\p{L}+") String word,
            Thing.@Nullable Part part) {}

    enum ThingProblem implements ProblemType {
        THING_MISSING(HttpStatus.NOT_FOUND),
        THING_BROKEN(HttpStatus.CONFLICT),
        THING_VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED);

        private final HttpStatus status;

        ThingProblem(HttpStatus status) {
            this.status = status;
        }

        @Override
        public HttpStatus status() {
            return status;
        }

        /** What a method answers of these. */
        @DeclaresProblems
        @Retention(RetentionPolicy.RUNTIME)
        @interface Answers {
            ThingProblem[] value();
        }
    }
}
