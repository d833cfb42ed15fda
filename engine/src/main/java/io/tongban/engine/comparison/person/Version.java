package io.tongban.engine.comparison.person;

import io.tongban.engine.standard.Standard;

/** One version of a standard: what assesses, and the text that it was made of. */
public record Version(Standard standard, StandardText text) {}
