package io.tongban.engine.standard;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.rule.Text;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kind of paper that may be asked for.
 *
 * @param says what is read in such a paper beside its dates, by name and in the order of the names
 */
public record PaperKind(Text name, Map<String, Saying> says, Origin origin) {

    public PaperKind {
        says = Collections.unmodifiableMap(new TreeMap<>(says));
    }

    /** Whether a paper of the kind can say so. */
    public boolean canSay(String name, String value) {
        Saying saying = says.get(name);
        return saying != null && saying.allowed().contains(value);
    }
}
