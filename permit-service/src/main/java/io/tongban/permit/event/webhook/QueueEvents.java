package io.tongban.permit.event.webhook;

import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.casefile.consent.FollowedCase;
import io.tongban.permit.event.FeedFollower;
import io.tongban.permit.event.PublishedEvent;
import io.tongban.permit.event.webhook.DeliveryQueue.Span;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Queues for each webhook the events of its types, of cases whose applicants consent. */
@Component
class QueueEvents implements FeedFollower {

    private final Webhooks webhooks;
    private final DeliveryQueue queue;
    private final Consents consents;
    private final Clock systemClock;

    QueueEvents(Webhooks webhooks, DeliveryQueue queue, Consents consents, Clock systemClock) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.consents = consents;
        this.systemClock = systemClock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public void take(List<PublishedEvent> events) {
        queue.add(spans(webhooks.active(), events), systemClock.instant());
    }

    /** Queues events that a partner asks for once more. */
    void again(List<Webhook> told, List<PublishedEvent> events) {
        queue.addAgain(spans(told, events), systemClock.instant());
    }

    private Collection<Span> spans(List<Webhook> told, List<PublishedEvent> events) {
        if (told.isEmpty() || events.isEmpty()) {
            return List.of();
        }
        Map<ToldCase, List<FollowedCase>> followed =
                consents.followed(events.stream().map(PublishedEvent::caseId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(each -> new ToldCase(each.caseId(), each.partner())));
        Map<Target, Span> spans = new LinkedHashMap<>();
        for (PublishedEvent event : events) {
            for (Webhook webhook : told) {
                if (webhook.wants(event.type())
                        && followed.getOrDefault(new ToldCase(event.caseId(), webhook.partner()), List.of()).stream()
                                .anyMatch(each -> !event.happenedAt().isBefore(each.since()))) {
                    spans.merge(
                            new Target(webhook.id(), event.caseId()),
                            new Span(webhook.id(), event.caseId(), event.seq(), event.seq()),
                            Span::and);
                }
            }
        }
        return spans.values();
    }

    /** A case and a partner that may be told of it. */
    private record ToldCase(UUID caseId, String partner) {}

    /** A webhook and a case. */
    private record Target(UUID webhook, UUID caseId) {}
}
