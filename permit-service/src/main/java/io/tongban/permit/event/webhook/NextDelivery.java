package io.tongban.permit.event.webhook;

import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.casefile.consent.FollowedCase;
import io.tongban.permit.event.Feed;
import io.tongban.permit.event.FeedPage;
import io.tongban.permit.event.PublishedEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a webhook is told next of a case that was claimed, if anything: as webhook and consent are at that moment. */
@Component
class NextDelivery {

    private final Webhooks webhooks;
    private final Consents consents;
    private final Feed feed;
    private final Clock systemClock;

    NextDelivery(Webhooks webhooks, Consents consents, Feed feed, Clock systemClock) {
        this.webhooks = webhooks;
        this.consents = consents;
        this.feed = feed;
        this.systemClock = systemClock;
    }

    Next of(QueuedCase claimed) {
        Optional<Webhook> goingOn =
                webhooks.find(claimed.webhook()).filter(found -> found.state() == Webhook.State.ACTIVE);
        if (goingOn.isEmpty()) {
            return new Ended();
        }
        Webhook webhook = goingOn.get();
        Instant heldUntil = webhook.heldUntil();
        if (heldUntil != null && heldUntil.isAfter(systemClock.instant())) {
            return new Later(heldUntil);
        }
        Optional<FollowedCase> followed = consents.followed(List.of(claimed.caseId())).stream()
                .filter(each -> each.partner().equals(webhook.partner()))
                .findFirst();
        if (followed.isEmpty()) { // withdrawn since it was queued
            return new Skip(claimed.lastSeq());
        }
        if (!consents.lists(webhook.partner())) {
            return new Leave();
        }
        FeedPage page = feed.first(claimed.caseId(), claimed.nextSeq(), claimed.lastSeq(), webhook.typeNames());
        if (page.events().isEmpty()) {
            return page.isLast() ? new Skip(claimed.lastSeq()) : new Leave();
        }
        PublishedEvent event = page.events().getFirst();
        return event.happenedAt().isBefore(followed.get().since())
                ? new Skip(event.seq())
                : new Tell(webhook, event, followed.get().consent());
    }

    /** What is done next with a case that was claimed. */
    sealed interface Next {}

    /** The webhook is told of an event under a consent. */
    record Tell(Webhook webhook, PublishedEvent event, UUID consent) implements Next {}

    /** It is not told of what is queued up to this event. */
    record Skip(long seq) implements Next {}

    /** Nothing more is sent to it. */
    record Ended() implements Next {}

    /** It is told later: its address asked to be left alone. */
    record Later(Instant at) implements Next {}

    /** Another replica tells it: the event is of a type, or for a partner, that this one does not know, as while a release is rolled out. */
    record Leave() implements Next {}
}
