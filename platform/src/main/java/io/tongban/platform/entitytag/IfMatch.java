package io.tongban.platform.entitytag;

import io.tongban.platform.problem.Problem;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that the caller saw, from the header {@code If-Match} (RFC 9110, 13.1.1); a controller takes it as a parameter.
 *
 * <p>One strong tag as {@link EntityTag} writes it. Any other tag, {@code *} included, is none that a service gave: it matches
 * no version.
 */
public final class IfMatch {

    /** The version of nothing: versions begin with 1. */
    public static final long NO_VERSION = 0;

    static final String HEADER = "If-Match";

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private final @Nullable String value;

    IfMatch(@Nullable String value) {
        this.value = value == null || value.isBlank() ? null : value.strip();
    }

    /** The version that the caller saw, {@link #NO_VERSION} for a tag that no service gave; empty without a tag. */
    public OptionalLong version() {
        if (value == null) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(value);
        return OptionalLong.of(tag.matches() ? Long.parseLong(tag.group(1)) : NO_VERSION);
    }

    /**
     * The version that the caller saw.
     *
     * @param missing why a request without a tag is refused
     * @param changed why a tag that no service gave is refused
     */
    public long required(Supplier<Problem> missing, Supplier<Problem> changed) {
        long version = version().orElseThrow(missing);
        if (version == NO_VERSION) {
            throw changed.get();
        }
        return version;
    }
}
