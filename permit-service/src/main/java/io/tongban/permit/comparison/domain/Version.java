package io.tongban.permit.comparison.domain;

import io.tongban.permit.standard.Standard;

/** One version of a standard: what assesses, and the text that it was made of. */
public record Version(Standard standard, StandardText text) {}
