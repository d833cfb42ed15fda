package io.tongban.engine.contributions;

import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.form.PlainName;
import io.tongban.form.UnitCode;

/**
 * A unit that stands behind a month; the code is its identity, the name only an alias.
 *
 * @param code in the form of {@link UnitCode}; empty where the source gives none, then the name is all that is known
 * @param name in the form of {@link PlainName}
 */
public record ContributionUnit(String code, UnitKind kind, String name) {

    static ContributionUnit of(ContributionRow row) {
        return new ContributionUnit(row.unit(), row.unitKind(), row.unitName());
    }

    /** Whether this code names the unit; an empty one never does. */
    public boolean isOfCode(String other) {
        return new UnitCode(code).isSameUnit(new UnitCode(other));
    }

    /** Whether both are listed as one: the same unit, or two without a code and with the same name. */
    public boolean isListedWith(ContributionUnit other) {
        return isOfCode(other.code) || (code.isEmpty() && other.code.isEmpty() && name.equals(other.name));
    }

    /** One of two ways in which rows speak of the same unit: the unified code, and of kinds and of names the first. */
    public ContributionUnit and(ContributionUnit other) {
        return new ContributionUnit(
                code.length() >= other.code.length() ? code : other.code,
                kind.compareTo(other.kind) <= 0 ? kind : other.kind,
                name.compareTo(other.name) <= 0 ? name : other.name);
    }
}
