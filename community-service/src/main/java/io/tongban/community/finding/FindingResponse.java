package io.tongban.community.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding on the wire, with the ticket or the visit that it was found of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingResponse(
        UUID id,
        FindingCategory category,

        @Schema(description = "Of a finding UNSERVED; left out of all others.") @Nullable
        UUID ticket,

        @Schema(description = "Of every other finding.") @Nullable
        UUID visit,

        UUID window,
        String authority,

        @Schema(description = "Id of the centre that answers for the place.")
        UUID host,

        String item,

        @Schema(description = "The business day of the ticket or visit.")
        LocalDate happenedOn,

        @Schema(description = "By the business clock.") OffsetDateTime foundAt,
        @Schema(description = "By the system clock.") Instant recordedAt) {

    static FindingResponse of(Finding finding) {
        boolean ofTicket = finding.category() == FindingCategory.UNSERVED;
        return new FindingResponse(
                finding.id(),
                finding.category(),
                ofTicket ? finding.source() : null,
                ofTicket ? null : finding.source(),
                finding.place().window().value(),
                finding.place().authority(),
                finding.place().centre(),
                finding.item(),
                finding.happenedOn(),
                finding.foundAt().toOffsetDateTime(),
                finding.recordedAt());
    }
}
