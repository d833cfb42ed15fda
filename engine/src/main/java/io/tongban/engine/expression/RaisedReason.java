package io.tongban.engine.expression;

import java.util.Map;

/**
 * One reason in the making: its code and the figures that belong to it alone, such as the month of a gap.
 *
 * <p>The texts for it are the standard's.
 */
public record RaisedReason(String code, Map<String, String> figures) {

    public RaisedReason {
        figures = Map.copyOf(figures);
    }
}
