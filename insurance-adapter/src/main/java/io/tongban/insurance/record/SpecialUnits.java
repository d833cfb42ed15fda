package io.tongban.insurance.record;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The unit codes of one source that are no employers, and the names that betray a placeholder whatever its code.
 *
 * <p>Codes and names are compared as whole values.
 */
public record SpecialUnits(
        Set<String> flexible, Set<String> agencies, Set<String> placeholders, Set<String> placeholderNames) {

    /** The name under which bureaux carry months taken over from another area. */
    public static final String TRANSFER_PLACEHOLDER = "转移虚拟单位";

    public SpecialUnits {
        flexible = inOneForm(flexible);
        agencies = inOneForm(agencies);
        placeholders = inOneForm(placeholders);
        placeholderNames = inOneForm(placeholderNames);
    }

    UnitKind kindOf(String code, String name) {
        if (placeholders.contains(code) || placeholderNames.contains(CellText.withoutBlanks(name))) {
            return UnitKind.PLACEHOLDER;
        }
        if (agencies.contains(code)) {
            return UnitKind.AGENCY;
        }
        return flexible.contains(code) ? UnitKind.FLEXIBLE : UnitKind.EMPLOYER;
    }

    private static Set<String> inOneForm(Set<String> written) {
        return written.stream().map(CellText::withoutBlanks).collect(Collectors.toUnmodifiableSet());
    }
}
