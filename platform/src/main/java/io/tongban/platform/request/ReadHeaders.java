package io.tongban.platform.request;

import java.util.Set;

/**
 * Request headers that mean something here. A room that reads one contributes it as a bean: in these what cannot be read is
 * refused, in all others it is ignored.
 */
public record ReadHeaders(Set<String> names) {

    public ReadHeaders {
        names = Set.copyOf(names);
    }

    /** Whether a header is in ASCII without control characters but the tab, so that everybody reads the same (RFC 9110, section 5.5). */
    public static boolean isReadable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if ((sign < ' ' && sign != '\t') || sign > '~') {
                return false;
            }
        }
        return true;
    }

    public static ReadHeaders of(String... names) {
        return new ReadHeaders(Set.of(names));
    }
}
