package io.tongban.engine.assessment;

import io.tongban.engine.expression.RaisedReason;
import io.tongban.engine.rule.Quoted;
import io.tongban.engine.rule.ReasonText;
import io.tongban.engine.rule.Template;
import io.tongban.engine.rule.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a criterion is not met and what to do about it, in the words of the standard.
 *
 * @param code such as {@code GAP}
 * @param figures the figures that are its own, such as the month of a gap; all others are the criterion's
 */
public record Reason(String code, Map<String, String> figures, Text reason, Text remedy) {

    public Reason {
        figures = Map.copyOf(figures);
    }

    /** The text of a raised reason, which quotes its own figures, those of the criterion, and the names of what is missing. */
    static Reason of(RaisedReason raised, Quoted figures, Text missing, ReasonText text) {
        return new Reason(
                raised.code(),
                raised.figures(),
                text.reason(raised.figures(), figures, missing),
                text.remedy(raised.figures(), figures, missing));
    }

    /** The same of one that names kinds of insurance, whose codes are a figure of its own. */
    static Reason ofKinds(
            RaisedReason raised, List<String> kinds, Text names, Quoted figures, Text missing, ReasonText text) {
        Reason named = of(raised, figures.and(Template.KIND, names), missing, text);
        Map<String, String> own = new HashMap<>(raised.figures());
        own.put(Template.KIND, String.join(", ", kinds));
        return new Reason(raised.code(), own, named.reason(), named.remedy());
    }
}
