package io.tongban.permit.publication.draft;

import io.tongban.engine.library.PublishedStandard;
import io.tongban.permit.publication.DraftedText;
import io.tongban.permit.publication.PublishedVersion;
import io.tongban.permit.publication.PublishedVersions;
import io.tongban.permit.publication.ReplicaStandards;
import io.tongban.permit.publication.Timeline;
import io.tongban.platform.clock.BusinessClock;
import java.util.OptionalLong;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Publishes an approved draft, for ever. */
@Service
public class PublishDraft {

    private final DraftDesk desk;
    private final DraftExamination examination;
    private final PublishedVersions versions;
    private final ReplicaStandards replica;
    private final BusinessClock clock;

    PublishDraft(
            DraftDesk desk,
            DraftExamination examination,
            PublishedVersions versions,
            ReplicaStandards replica,
            BusinessClock clock) {
        this.desk = desk;
        this.examination = examination;
        this.versions = versions;
        this.replica = replica;
        this.clock = clock;
    }

    /** A version that was published, with the item's others. */
    public record Published(PublishedVersion version, Timeline timeline) {}

    /**
     * Reads and tries the draft once more, since the service may be a later one than that which tried it before, and
     * publishes it.
     */
    public Published publish(String item, String version, OptionalLong revision, String publisher) {
        Draft draft = desk.seen(item, version, revision);
        DraftDesk.require(draft, DraftState.APPROVED);
        PublishedStandard standard = examination.standard(draft);
        examination.test(draft, standard);
        DraftedText text = DraftExamination.text(draft.document());
        PublishedVersion next = text.published(
                draft.document(),
                text.inForceAlone() ? standard.standard().digest() : null,
                draft.id(),
                publisher,
                clock.today());
        try {
            desk.take(draft, DraftState.PUBLISHED, publisher, null, approved -> {
                examination.timeline(approved);
                versions.insert(next);
            });
        } catch (DataIntegrityViolationException refused) { // the database has the last word on periods
            throw Timeline.taken(versions.of(item), next)
                    .map(DraftExamination::taken)
                    .<RuntimeException>map(problem -> problem)
                    .orElse(refused);
        }
        replica.refresh();
        return new Published(next, Timeline.of(versions.of(item)));
    }
}
