package io.tongban.permit.casefile.visitpass;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hears from community-service which visits have ended; no route of the gateway leads here. */
@RestController
@Tag(name = "ended visits", description = "Which visits have ended. For community-service only.")
class EndedVisitsController {

    static final String PATH = "/api/v1/ended-visits";

    private final KnownVisits visits;

    EndedVisitsController(KnownVisits visits) {
        this.visits = visits;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "tellEndedVisits",
            summary = "Tell which visits have ended",
            description =
                    "From then on no pass of these visits is accepted. Telling the same end again changes nothing, so no"
                            + " idempotency key is taken; a visit that was never heard of is put on record too.")
    void end(@Valid @RequestBody EndedVisitsBody body) {
        visits.end(body.visits());
    }

    /** The visits that have ended. */
    record EndedVisitsBody(
            @Schema(description = "Ids of the visits.") @NotEmpty @Size(max = 100)
            List<@NotNull UUID> visits) {}
}
