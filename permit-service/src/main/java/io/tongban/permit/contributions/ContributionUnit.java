package io.tongban.permit.contributions;

/** A unit that stands behind a month; the code is its identity, the name only an alias. */
public record ContributionUnit(String code, UnitKind kind, String name) {}
