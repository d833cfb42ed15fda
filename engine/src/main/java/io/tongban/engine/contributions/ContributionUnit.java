package io.tongban.engine.contributions;

/** A unit that stands behind a month; the code is its identity, the name only an alias. */
public record ContributionUnit(String code, UnitKind kind, String name) {

    /** One of two ways in which rows speak of the same unit: of kinds and of names the first. */
    ContributionUnit and(ContributionUnit other) {
        return new ContributionUnit(
                code,
                kind.compareTo(other.kind) <= 0 ? kind : other.kind,
                name.compareTo(other.name) <= 0 ? name : other.name);
    }
}
