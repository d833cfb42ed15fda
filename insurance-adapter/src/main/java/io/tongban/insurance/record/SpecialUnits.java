package io.tongban.insurance.record;

import io.tongban.form.PlainName;
import io.tongban.form.UnitCode;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The units of one source that are no employers: by their codes, and placeholders by their names too, whatever their codes.
 *
 * <p>Codes and names are compared as whole values, in their one form.
 */
public final class SpecialUnits {

    /** The name under which bureaux carry months taken over from another area. */
    private static final String TRANSFER_PLACEHOLDER = "转移虚拟单位";

    private final Set<UnitCode> flexible;
    private final Set<UnitCode> agencies;
    private final Set<UnitCode> placeholders;
    private final Set<PlainName> placeholderNames;

    /** Takes codes and names as they are written; the usual name of the placeholder need not be among them. */
    public SpecialUnits(
            Set<String> flexible, Set<String> agencies, Set<String> placeholders, Set<String> placeholderNames) {
        this.flexible = codes(flexible);
        this.agencies = codes(agencies);
        this.placeholders = codes(placeholders);
        this.placeholderNames = Stream.concat(Stream.of(TRANSFER_PLACEHOLDER), placeholderNames.stream())
                .map(PlainName::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    UnitKind kindOf(UnitCode code, PlainName name) {
        if (isAmong(placeholders, code) || placeholderNames.contains(name)) {
            return UnitKind.PLACEHOLDER;
        }
        if (isAmong(agencies, code)) {
            return UnitKind.AGENCY;
        }
        return isAmong(flexible, code) ? UnitKind.FLEXIBLE : UnitKind.EMPLOYER;
    }

    private static boolean isAmong(Collection<UnitCode> units, UnitCode code) {
        return units.stream().anyMatch(code::isSameUnit);
    }

    private static Set<UnitCode> codes(Set<String> written) {
        return written.stream().map(UnitCode::of).collect(Collectors.toUnmodifiableSet());
    }
}
