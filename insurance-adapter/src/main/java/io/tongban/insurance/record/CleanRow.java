package io.tongban.insurance.record;

/** A row in canonical values beside the text from which they were read. */
public record CleanRow(ContributionRow row, RawRow raw) {}
