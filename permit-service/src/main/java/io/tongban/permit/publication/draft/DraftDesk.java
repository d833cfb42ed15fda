package io.tongban.permit.publication.draft;

import io.tongban.permit.publication.PublicationProblem;
import io.tongban.permit.publication.PublishedVersions;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes one step with a draft at a time, and only with the text that whoever takes it has seen. */
@Component
class DraftDesk {

    private final Drafts drafts;
    private final PublishedVersions versions;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final BusinessClock businessClock;

    DraftDesk(
            Drafts drafts,
            PublishedVersions versions,
            TransactionOperations transactions,
            Clock clock,
            BusinessClock businessClock) {
        this.drafts = drafts;
        this.versions = versions;
        this.transactions = transactions;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    /** A first text of a version, or a changed one. */
    Draft write(String item, String version, String layer, String document, List<String> suites, String drafter) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            versions.lock(item);
            if (versions.of(item).stream()
                    .anyMatch(published -> published.version().equals(version))) {
                throw Problem.of(PublicationProblem.VERSION_ALREADY_PUBLISHED)
                        .withSent("item", item)
                        .withSent("version", version);
            }
            int revision = drafts.find(item, version).map(Draft::revision).orElse(0) + 1;
            Draft draft = new Draft(
                    drafts.newId(),
                    item,
                    version,
                    layer,
                    revision,
                    document,
                    suites,
                    drafter,
                    clock.instant(),
                    List.of());
            drafts.insert(draft);
            return draft;
        }));
    }

    /**
     * Brings a draft to its next state.
     *
     * @param seen the draft as it was looked at; if there is a newer one, or it has moved on, nothing happens
     * @param with what else happens in the same transaction
     */
    Draft take(Draft seen, DraftState next, String actor, @Nullable String reason, Consumer<Draft> with) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            versions.lock(seen.item());
            Draft newest = drafts.newest(seen.item(), seen.version());
            if (!newest.id().equals(seen.id()) || newest.state() != seen.state()) {
                throw changed(newest);
            }
            drafts.insert(newest, new DraftStep(next, actor, clock.instant(), businessClock.today(), reason));
            with.accept(newest);
            return drafts.newest(seen.item(), seen.version());
        }));
    }

    /** The newest draft, if it is the revision that the caller saw; of a caller who names none, whichever it is. */
    Draft seen(String item, String version, OptionalLong revision) {
        Draft newest = drafts.newest(item, version);
        if (revision.isPresent() && newest.revision() != revision.getAsLong()) {
            throw changed(newest);
        }
        return newest;
    }

    static void require(Draft draft, DraftState needed) {
        if (draft.state() != needed) {
            throw notReady(draft, needed);
        }
    }

    static Problem notReady(Draft draft, DraftState needed) {
        return Problem.of(PublicationProblem.DRAFT_NOT_READY)
                .with("state", draft.state())
                .with("needed", needed);
    }

    private static Problem changed(Draft newest) {
        return Problem.of(PublicationProblem.DRAFT_CHANGED)
                .with("revision", newest.revision())
                .with("state", newest.state());
    }
}
