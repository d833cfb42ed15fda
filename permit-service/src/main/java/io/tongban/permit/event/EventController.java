package io.tongban.permit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tongban.permit.casefile.ledger.EventType;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.Sha256;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The feed; no route of the gateway leads here. */
@RestController
@Tag(name = "events", description = "What happened to all cases. For services that follow them.")
class EventController {

    static final String PATH = "/api/v1/events";

    private final Feed feed;
    private final EventProperties properties;

    EventController(Feed feed, EventProperties properties) {
        this.feed = feed;
        this.properties = properties;
    }

    @GetMapping(PATH)
    @Operation(
            operationId = "listEvents",
            summary = "Follow what happens to all cases",
            description =
                    "Every event at least once, those of one case in their order; what is written after an answer comes after its"
                            + " next. Nothing of an event says who the applicant is. Whoever has read all sends the same next again.")
    @EventProblem.Answers(EventProblem.EVENT_CURSOR_LOST)
    FeedAnswer list(PageRequest page) {
        FeedCursor cursor = page.after() == null
                ? FeedCursor.start()
                : FeedCursor.read(page.after()).orElseThrow(PageRequest::notACursor);
        if (!feed.has(cursor.after())) {
            throw Problem.of(EventProblem.EVENT_CURSOR_LOST);
        }
        FeedPage found = feed.after(cursor.after(), page.limit());
        Instant completeTo = found.isLast() ? found.completeTo(properties.completeAfter()) : null;
        return FeedAnswer.of(
                found,
                new FeedCursor(found.endFrom(cursor.after()), completeTo == null ? cursor.completeTo() : completeTo));
    }

    /** A page of the feed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedAnswer(
            List<FollowedEvent> items,

            @Schema(description = "What to send as after the next time; always there.")
            String next,

            @Schema(
                    description =
                            "By the business clock: every event up to then was handed out, here or before. Left out until all was read"
                                    + " once.")
            @Nullable
            OffsetDateTime completeTo) {

        static FeedAnswer of(FeedPage page, FeedCursor next) {
            Instant completeTo = next.completeTo();
            return new FeedAnswer(
                    page.events().stream().map(FollowedEvent::of).toList(),
                    next.text(),
                    completeTo == null ? null : inTheCity(completeTo));
        }
    }

    /** An event as it is told to others. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FollowedEvent(
            @Schema(
                    description =
                            "The case and the number of the event in it; the same however often it is handed out.")
            String id,

            @JsonProperty("case") UUID caseId,

            @Schema(description = "The number of the event in its case, from 1.")
            long seq,

            EventType type,
            @Schema(description = "By the system clock.") Instant recordedAt,
            @Schema(description = "By the business clock.") OffsetDateTime happenedAt,

            @Schema(description = "At which it happened; left out of what was done at none.") @Nullable
            UUID window,

            @Schema(description = "During which it happened; left out like the window.") @Nullable
            UUID visit,

            @Schema(
                    types = "object",
                    additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
                    description =
                            "What happened, in the shape of the type (docs/events.md); events of one type can have more members"
                                    + " later.")
            Object data,

            @Schema(description = "The hash of the event before in its case; of the first, 64 zeros.")
            String prevHash,

            @Schema(description = "As in the ledger of the case.")
            String hash) {

        static FollowedEvent of(PublishedEvent event) {
            return new FollowedEvent(
                    event.id(),
                    event.caseId(),
                    event.seq(),
                    event.type(),
                    event.recordedAt(),
                    inTheCity(event.happenedAt()),
                    event.window(),
                    event.visit(),
                    event.data(),
                    Sha256.PREFIX + event.prevHash(),
                    Sha256.PREFIX + event.hash());
        }
    }

    private static OffsetDateTime inTheCity(Instant instant) {
        return instant.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
