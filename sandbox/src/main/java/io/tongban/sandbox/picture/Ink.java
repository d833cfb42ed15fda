package io.tongban.sandbox.picture;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Colours where the reader's terminal shows them, and plain text everywhere else. */
public enum Ink {
    PLAIN,
    COLOURED;

    /** Colours on a terminal only, and never against {@code NO_COLOR} (no-color.org) or for a dumb terminal. */
    public static Ink of(boolean terminal, Map<String, String> environment) {
        @Nullable String noColor = environment.get("NO_COLOR");
        boolean refused = (noColor != null && !noColor.isEmpty()) || "dumb".equals(environment.get("TERM"));
        return terminal && !refused ? COLOURED : PLAIN;
    }

    public String good(String text) {
        return paint(text, "32");
    }

    public String waiting(String text) {
        return paint(text, "33");
    }

    public String bad(String text) {
        return paint(text, "31");
    }

    public String quiet(String text) {
        return paint(text, "2");
    }

    public String strong(String text) {
        return paint(text, "1");
    }

    private String paint(String text, String code) {
        return this == COLOURED && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
