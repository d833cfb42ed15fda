package io.tongban.community.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.community.division.Tier;
import io.tongban.community.openwindow.OpenWindow;
import io.tongban.community.openwindow.OpenWindowResponse;
import io.tongban.community.ticket.TicketId;
import io.tongban.community.trip.PartialCode;
import io.tongban.community.trip.Present;
import io.tongban.community.visit.points.Completeness;
import io.tongban.community.visitpass.VisitPass;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit on the wire, with its pass where one was just issued and with its end when it has one.
 *
 * <p>{@code startedAt} and {@code endedAt} are of the business clock, {@code recordedAt}, {@code endRecordedAt} and
 * {@code passExpiresAt} of the system clock.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VisitResponse(
        UUID id,
        UUID window,
        Tier tier,

        @Schema(description = "Code of the division that the window is in.")
        String division,

        String authority,

        @Schema(description = "Id of the centre that answers for the place.")
        UUID host,

        String item,
        @Nullable UUID ticket,

        @Schema(description = "Who was there; left out for visits of before it was asked.") @Nullable
        Present present,

        @Schema(description = "By the business clock.") OffsetDateTime startedAt,
        @Schema(description = "By the system clock.") Instant recordedAt,

        @Schema(description = "Whether the window was open when the visit began.")
        boolean withinHours,

        @JsonUnwrapped @Nullable Pass passIssued,
        @JsonUnwrapped @Nullable End end) {

    /** A pass on the wire; never logged. */
    record Pass(
            @Schema(description = "Send it as the header Visit-Pass.")
            String pass,

            @Schema(description = "By the system clock.") Instant passExpiresAt) {

        static Pass of(VisitPass pass) {
            return new Pass(pass.compact(), pass.expiresAt());
        }

        @Override
        public String toString() {
            return "Pass[until " + passExpiresAt + "]";
        }
    }

    /** How it ended; {@code openWindows} are those to go on at after a partial visit, best first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(
            @Schema(description = "By the business clock.") OffsetDateTime endedAt,
            @Schema(description = "By the system clock.") Instant endRecordedAt,
            Completeness completeness,
            List<EndVisitRequest.Point> checked,

            @Schema(description = "Criteria that were to be checked and were not.")
            Set<String> unchecked,

            @Schema(
                    description =
                            "Whether the points were compared with the item's standards; otherwise those could not be read.")
            boolean compared,

            @JsonProperty("case") @Nullable UUID caseId,
            @Nullable String notice,

            @Schema(description = "Why not everything was checked.") @Nullable
            PartialCode code,

            @Nullable String reason,

            @Schema(description = "Where the applicant goes on because they wished to; left out without a handover.")
            @Nullable
            GoesOn handover,

            @Schema(description = "Where to go on after a partial visit, best first.") @Nullable
            List<OpenWindowResponse> openWindows) {

        static End of(VisitEnd end, @Nullable List<OpenWindow> openWindows) {
            VisitEnd.Outcome outcome = end.outcome();
            return new End(
                    end.endedAt().toOffsetDateTime(),
                    end.recordedAt(),
                    outcome.completeness(),
                    outcome.points().checked().entrySet().stream()
                            .map(point -> new EndVisitRequest.Point(point.getKey(), point.getValue()))
                            .toList(),
                    outcome.points().unchecked(),
                    outcome.compared(),
                    outcome.caseId(),
                    outcome.notice(),
                    outcome.code(),
                    outcome.reason(),
                    GoesOn.of(end.handover()),
                    openWindows == null
                            ? null
                            : openWindows.stream().map(OpenWindowResponse::of).toList());
        }
    }

    /** The ticket at the other window. */
    record GoesOn(UUID ticket, int number, UUID window) {

        static @Nullable GoesOn of(VisitEnd.@Nullable Handed handover) {
            return handover == null
                    ? null
                    : new GoesOn(
                            handover.ticket().value(),
                            handover.number(),
                            handover.window().value());
        }
    }

    static VisitResponse of(Visit visit) {
        return of(visit, null, null);
    }

    static VisitResponse of(Visit visit, VisitPass pass) {
        return of(visit, pass, null);
    }

    static VisitResponse of(Visit visit, List<OpenWindow> openWindows) {
        return of(visit, null, openWindows);
    }

    private static VisitResponse of(Visit visit, @Nullable VisitPass pass, @Nullable List<OpenWindow> openWindows) {
        Visit.Place place = visit.place();
        TicketId ticket = visit.ticket();
        VisitEnd end = visit.end();
        return new VisitResponse(
                visit.id().value(),
                place.window().value(),
                place.tier(),
                place.divisionCode(),
                place.authority(),
                place.centre(),
                visit.item(),
                ticket == null ? null : ticket.value(),
                visit.present(),
                visit.startedAt().toOffsetDateTime(),
                visit.recordedAt(),
                visit.withinHours(),
                pass == null ? null : Pass.of(pass),
                end == null ? null : End.of(end, openWindows));
    }
}
