package io.tongban.engine.library;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Mistakes;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A standard beside the documents it was read from. */
public final class PublishedStandard {

    private final LayeredDocument document;
    private final Standard standard;

    private PublishedStandard(LayeredDocument document, Standard standard) {
        this.document = document;
        this.standard = standard;
    }

    /**
     * The standard that a document is, on its lower layer if it lies on one.
     *
     * @param others documents among which the lower layer is
     * @throws io.tongban.engine.document.DocumentInvalid with every mistake in it, or if it lies on one that is not there
     */
    public static PublishedStandard read(DocumentNode document, Collection<DocumentNode> others) {
        Mistakes mistakes = new Mistakes();
        StandardKeys.LAYER.check(document, mistakes);
        Optional<PublishedStandard> read = LayeredDocument.isReadable(document)
                ? mistakes.read(() -> read(LayeredDocument.among(others, document)))
                : Optional.empty();
        mistakes.refuse();
        return read.orElseThrow();
    }

    private static PublishedStandard read(LayeredDocument layered) {
        return new PublishedStandard(layered, StandardReader.read(layered, WhatIf.NOTHING));
    }

    public Standard standard() {
        return standard;
    }

    /** The same, which ends on that day because another begins on the next; null: nothing follows yet. */
    public PublishedStandard endingOn(@Nullable LocalDate lastDay) {
        return new PublishedStandard(document, standard.endingOn(lastDay));
    }

    LayeredDocument document() {
        return document;
    }
}
