package io.tongban.engine.comparison;

import io.tongban.engine.document.DocumentNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The document that another one stands on. */
public final class LowerLayer {

    private LowerLayer() {}

    /** The one that it names among those that are known; empty where it stands alone, or on one that is not there. */
    public static Optional<DocumentNode> of(DocumentNode document, List<DocumentNode> known) {
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
    public static boolean isOnlyThat(DocumentNode document) {
        return document.find("base").map(DocumentNode::flag).orElse(false);
    }
}
