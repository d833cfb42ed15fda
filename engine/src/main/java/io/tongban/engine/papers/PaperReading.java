package io.tongban.engine.papers;

import io.tongban.engine.expression.Fact;
import io.tongban.engine.expression.FactValues;
import java.util.List;

/**
 * What the papers that are asked for come to.
 *
 * @param reliedOn the papers that an assessment relies on if this is what decides
 */
public record PaperReading(FactValues facts, List<Paper> reliedOn) {

    private static final PaperReading NOTHING = new PaperReading(FactValues.none(), List.of());

    public PaperReading {
        reliedOn = List.copyOf(reliedOn);
    }

    static PaperReading nothing() {
        return NOTHING;
    }

    static PaperReading of(Fact.Scope scope, FactValues.Source facts, List<Paper> reliedOn) {
        return new PaperReading(FactValues.of(scope, facts), reliedOn);
    }
}
