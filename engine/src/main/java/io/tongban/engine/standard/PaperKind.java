package io.tongban.engine.standard;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.rule.Text;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A kind of paper that may be asked for.
 *
 * @param form the weakest form that suffices
 * @param says what is read in such a paper beside its dates, by name and in the order of the names
 */
public record PaperKind(Text name, Form form, Map<String, Saying> says, Origin origin) {

    /** How a paper was shown, the strongest first. */
    public enum Form {
        /** Read at its source, so that nobody brings it. */
        FETCHED,
        ORIGINAL_SEEN,
        COPY,
        SCAN,
        /** The applicant says what stands in it. */
        STATED
    }

    public PaperKind {
        says = Collections.unmodifiableMap(new TreeMap<>(says));
    }

    /** Whether a paper that was shown in this form is brought; of one without a form it was never asked. */
    public boolean isBroughtBy(@Nullable Form shown) {
        return shown == null || shown.compareTo(form) <= 0;
    }

    /** Whether a paper of the kind can say so. */
    public boolean canSay(String name, String value) {
        Saying saying = says.get(name);
        return saying != null && saying.allowed().contains(value);
    }
}
