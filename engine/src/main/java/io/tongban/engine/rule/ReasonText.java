package io.tongban.engine.rule;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the standard says to a reason, and what to do about it. */
public final class ReasonText {

    private final Text reason;
    private final Text remedy;
    private final Template reasonZh;
    private final Template reasonEn;
    private final Template remedyZh;
    private final Template remedyEn;
    private final Set<String> quoted;

    public ReasonText(Text reason, Text remedy) {
        this.reason = reason;
        this.remedy = remedy;
        this.reasonZh = new Template(reason.zh());
        this.reasonEn = new Template(reason.en());
        this.remedyZh = new Template(remedy.zh());
        this.remedyEn = new Template(remedy.en());
        this.quoted = Stream.of(reasonZh, reasonEn, remedyZh, remedyEn)
                .flatMap(template -> template.quoted().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As the standard has it, with the names of figures in it. */
    public Text reason() {
        return reason;
    }

    /** As the standard has it, with the names of figures in it. */
    public Text remedy() {
        return remedy;
    }

    /** The names of the figures that it quotes, in either language. */
    public Set<String> quoted() {
        return quoted;
    }

    /** With the figures of the reason, those of its criterion, and the names of what is missing. */
    public Text reason(Map<String, String> ofReason, Quoted ofCriterion, Text missing) {
        return new Text(
                reasonZh.filled(ofReason, ofCriterion.zh(), missing.zh()),
                reasonEn.filled(ofReason, ofCriterion.en(), missing.en()));
    }

    /** With the figures of the reason, those of its criterion, and the names of what is missing. */
    public Text remedy(Map<String, String> ofReason, Quoted ofCriterion, Text missing) {
        return new Text(
                remedyZh.filled(ofReason, ofCriterion.zh(), missing.zh()),
                remedyEn.filled(ofReason, ofCriterion.en(), missing.en()));
    }
}
