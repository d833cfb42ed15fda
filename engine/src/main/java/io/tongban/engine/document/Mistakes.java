package io.tongban.engine.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The mistakes found so far, each once: a reader goes on after one as long as the next would be no consequence of it. */
public final class Mistakes {

    private final Set<Mistake> found = new LinkedHashSet<>();

    public void add(DocumentInvalid mistake) {
        found.addAll(mistake.mistakes());
    }

    /** True if the step found no mistake. */
    public boolean attempt(Runnable step) {
        try {
            step.run();
            return true;
        } catch (DocumentInvalid mistake) {
            add(mistake);
            return false;
        }
    }

    /** What the step reads; empty if it found a mistake. */
    public <T> Optional<T> read(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (DocumentInvalid mistake) {
            add(mistake);
            return Optional.empty();
        }
    }

    /** What the step reads of a value that has the shape; empty if it has not, or the step found a mistake. */
    public <T> Optional<T> read(Shape shape, DocumentNode node, Supplier<T> step) {
        return attempt(() -> shape.require(node)) ? read(step) : Optional.empty();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Goes on only if there is none.
     *
     * @throws DocumentInvalid with all of them
     */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new DocumentInvalid(List.copyOf(found));
        }
    }
}
