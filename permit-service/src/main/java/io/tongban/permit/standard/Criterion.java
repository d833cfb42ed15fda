package io.tongban.permit.standard;

import java.util.List;
import java.util.Map;

/**
 * One requirement of a route.
 *
 * @param needsPapers it is left out where the papers are not looked at
 * @param alternatives ways to meet it, of which the best that was brought decides; {@code decision} is for when none was
 * @param texts what the standard says to each reason
 */
public record Criterion(
        String id,
        Text name,
        List<LegalBasis> basis,
        Settings settings,
        boolean needsPapers,
        boolean asked,
        Asked papers,
        List<Alternative> alternatives,
        Decision decision,
        Map<String, ReasonText> texts) {

    public Criterion {
        basis = List.copyOf(basis);
        alternatives = List.copyOf(alternatives);
        texts = Map.copyOf(texts);
    }

    /**
     * The texts of a reason.
     *
     * @throws IllegalArgumentException if there are none: the standard was not checked when it was loaded
     */
    public ReasonText text(String code) {
        ReasonText text = texts.get(code);
        if (text == null) {
            throw new IllegalArgumentException(id + " has no texts for " + code);
        }
        return text;
    }
}
