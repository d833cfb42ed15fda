package io.tongban.engine.comparison.person;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.standard.Standard;

/** One version of a standard: what assesses, and the document that it was read from, its layers laid together. */
public record Version(Standard standard, DocumentNode document) {}
