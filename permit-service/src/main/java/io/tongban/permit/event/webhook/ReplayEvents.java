package io.tongban.permit.event.webhook;

import io.tongban.permit.event.Feed;
import io.tongban.permit.event.FeedPage;
import io.tongban.permit.event.webhook.Webhooks.Replay;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Queues events once more where partners asked for it: in a round a page of each webhook, the one first that was served longest ago. */
final class ReplayEvents implements Runnable {

    private final Webhooks webhooks;
    private final QueueEvents queueing;
    private final Feed feed;
    private final TransactionOperations transactions;
    private final Clock systemClock;
    private final int pageSize;

    ReplayEvents(
            Webhooks webhooks,
            QueueEvents queueing,
            Feed feed,
            TransactionOperations transactions,
            Clock systemClock,
            int pageSize) {
        this.webhooks = webhooks;
        this.queueing = queueing;
        this.feed = feed;
        this.transactions = transactions;
        this.systemClock = systemClock;
        this.pageSize = pageSize;
    }

    @Override
    public void run() {
        Instant begun = systemClock.instant();
        Optional<Replay> turn = webhooks.takeReplayTurn(begun);
        while (turn.isPresent()) {
            queuePage(turn.get());
            turn = webhooks.takeReplayTurn(begun);
        }
    }

    /** A page that ends before an event of a type that this release does not know is not the last: a later release goes on. */
    private void queuePage(Replay replay) {
        FeedPage page = feed.after(replay.behind(), pageSize);
        transactions.executeWithoutResult(transaction -> {
            List<Webhook> asking =
                    webhooks.find(replay.webhook()).filter(webhook -> webhook.state() == Webhook.State.ACTIVE).stream()
                            .toList();
            queueing.again(asking, page.events());
            webhooks.moveReplay(replay, page.isLast() ? null : page.endFrom(replay.behind()));
        });
    }
}
