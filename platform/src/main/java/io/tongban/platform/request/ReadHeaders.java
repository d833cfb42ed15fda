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

    public static ReadHeaders of(String... names) {
        return new ReadHeaders(Set.of(names));
    }
}
