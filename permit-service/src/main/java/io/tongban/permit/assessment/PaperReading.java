package io.tongban.permit.assessment;

import io.tongban.permit.standard.Fact;
import io.tongban.permit.standard.FactValues;
import java.util.List;

/**
 * What the papers that are asked for come to.
 *
 * @param reliedOn the papers that an assessment relies on if this is what decides
 */
record PaperReading(FactValues facts, List<Paper> reliedOn) {

    PaperReading {
        reliedOn = List.copyOf(reliedOn);
    }

    static PaperReading nothing() {
        return new PaperReading(FactValues.none(), List.of());
    }

    PaperReading with(Fact fact, Object value) {
        return new PaperReading(facts.with(fact, value), reliedOn);
    }
}
