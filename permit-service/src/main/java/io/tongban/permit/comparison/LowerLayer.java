package io.tongban.permit.comparison;

import io.tongban.permit.document.DocumentNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The document that another one stands on. */
final class LowerLayer {

    private LowerLayer() {}

    /** The one that it names among those that are known; empty where it stands alone, or on one that is not there. */
    static Optional<DocumentNode> of(DocumentNode document, List<DocumentNode> known) {
        return document.find("on")
                .flatMap(on -> on.find("version"))
                .flatMap(version -> known.stream()
                        .filter(candidate -> Objects.equals(
                                        candidate.get("item").value(),
                                        document.get("item").value())
                                && Objects.equals(candidate.get("version").value(), version.value()))
                        .findFirst());
    }

    /** Whether it is never in force alone. */
    static boolean isOnlyThat(DocumentNode document) {
        return document.find("base").map(DocumentNode::flag).orElse(false);
    }
}
