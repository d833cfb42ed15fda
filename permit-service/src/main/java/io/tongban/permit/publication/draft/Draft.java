package io.tongban.permit.publication.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One text of a version that is to be published, with the suites that it has to pass.
 *
 * @param revision 1 for the first text of the version; a changed text is another revision, and starts again
 * @param steps what became of it, in order
 */
public record Draft(
        UUID id,
        String item,
        String version,
        String layer,
        int revision,
        String document,
        List<String> suites,
        String draftedBy,
        Instant draftedAt,
        List<DraftStep> steps) {

    public Draft {
        suites = List.copyOf(suites);
        steps = List.copyOf(steps);
    }

    Draft with(List<String> readSuites, List<DraftStep> readSteps) {
        return new Draft(id, item, version, layer, revision, document, readSuites, draftedBy, draftedAt, readSteps);
    }

    public DraftState state() {
        return steps.isEmpty() ? DraftState.DRAFT : steps.getLast().state();
    }
}
