package io.tongban.engine.standard;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.expression.FactType;
import java.util.List;
import java.util.Optional;

/**
 * A figure, word or set of a criterion that is data of the standard: its type and its value.
 *
 * @param choices the values that a flag or a word may have, as they are written; none of other types
 * @param basis where the value itself comes from; none: from where its criterion does
 * @param origin the layer that filled it
 */
public record Setting(SettingType type, Object value, List<String> choices, List<LegalBasis> basis, Origin origin) {

    public Setting {
        choices = List.copyOf(choices);
        basis = List.copyOf(basis);
    }

    /** How expressions see the setting; areas are read at a month, so no expression does. */
    Optional<FactType> factType() {
        return switch (type) {
            case FLAG -> Optional.of(FactType.FLAG);
            case NUMBER -> Optional.of(FactType.NUMBER);
            case WORD -> Optional.of(FactType.WORD);
            case WORDS -> Optional.of(FactType.WORDS);
            case AREAS -> Optional.empty();
        };
    }
}
