package io.tongban.permit.event.webhook;

import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.casefile.consent.FollowedCase;
import io.tongban.permit.event.Feed;
import io.tongban.permit.event.PublishedEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a webhook is told next of a case that was claimed, if anything: as its applicant consents at that moment. */
@Component
class NextDelivery {

    private final Consents consents;
    private final Feed feed;

    NextDelivery(Consents consents, Feed feed) {
        this.consents = consents;
        this.feed = feed;
    }

    Next of(Webhook webhook, QueuedCase claimed) {
        Optional<FollowedCase> followed = consents.followed(List.of(claimed.caseId())).stream()
                .filter(each -> each.partner().equals(webhook.partner()))
                .findFirst();
        Optional<PublishedEvent> event =
                feed.first(claimed.caseId(), claimed.nextSeq(), claimed.lastSeq(), webhook.types());
        if (followed.isEmpty() || event.isEmpty()) {
            return new Nothing();
        }
        return event.get().happenedAt().isBefore(followed.get().since())
                ? new Skip(event.get().seq())
                : new Tell(event.get(), followed.get().consent());
    }

    /** What is done next with a case that was claimed. */
    sealed interface Next {}

    /** The webhook is told of an event under a consent. */
    record Tell(PublishedEvent event, UUID consent) implements Next {}

    /** It is not told of the events up to this one. */
    record Skip(long seq) implements Next {}

    /** The consent was withdrawn since it was queued, or nothing is left to tell. */
    record Nothing() implements Next {}
}
