package io.tongban.engine.standard;

import io.tongban.engine.rule.Text;
import java.util.List;

/**
 * Something that a kind of paper says, such as in whose name a lease is.
 *
 * @param otherwise what it says where nothing is stated
 */
public record Saying(Text name, List<String> allowed, String otherwise) {

    public Saying {
        allowed = List.copyOf(allowed);
    }
}
