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

    /** The reason of a finding, which quotes its own figures, those of the criterion, and the names of what is missing. */
    static Reason of(RaisedReason finding, Quoted figures, Text missing, ReasonText text) {
        return new Reason(
                finding.code(),
                finding.figures(),
                text.reason(finding.figures(), figures, missing),
                text.remedy(finding.figures(), figures, missing));
    }

    /** The same of one that names kinds of insurance, whose codes are a figure of its own. */
    static Reason ofKinds(
            RaisedReason finding, List<String> kinds, Text names, Quoted figures, Text missing, ReasonText text) {
        Reason named = of(finding, figures.and(Template.KIND, names), missing, text);
        Map<String, String> own = new HashMap<>(finding.figures());
        own.put(Template.KIND, String.join(", ", kinds));
        return new Reason(finding.code(), own, named.reason(), named.remedy());
    }
}
