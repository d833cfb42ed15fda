package io.tongban.engine.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text of one language, taken apart at its figures: words stand at even places, names of figures at odd ones. */
public final class Template {

    /** The figure that stands for the names of all papers that are missing. */
    public static final String MISSING = "missing";

    /** The figure that stands for the names of the kinds of insurance whose months are spoken of. */
    public static final String KIND = "kind";

    private final List<String> parts = new ArrayList<>();

    Template(String text) {
        int from = 0;
        int open = text.indexOf('{');
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            parts.add(text.substring(from, open));
            parts.add(text.substring(open + 1, close));
            from = close + 1;
            open = text.indexOf('{', from);
        }
        parts.add(text.substring(from));
    }

    /** The names of the figures that stand in it. */
    Set<String> quoted() {
        Set<String> quoted = new HashSet<>();
        for (int i = 1; i < parts.size(); i += 2) {
            quoted.add(parts.get(i));
        }
        return quoted;
    }

    /** The text with its figures filled in, those of a reason before those of its criterion; an unknown one stays as it stands. */
    String filled(Map<String, String> ofReason, Map<String, String> ofCriterion, String missing) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        StringBuilder filled = new StringBuilder(parts.getFirst());
        for (int i = 1; i < parts.size(); i += 2) {
            String name = parts.get(i);
            String value = ofReason.get(name);
            if (value == null) {
                value = ofCriterion.get(name);
            }
            if (value == null && name.equals(MISSING)) {
                value = missing;
            }
            if (value == null) {
                filled.append('{').append(name).append('}');
            } else {
                filled.append(value);
            }
            filled.append(parts.get(i + 1));
        }
        return filled.toString();
    }
}
