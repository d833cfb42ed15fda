package io.tongban.community.network;

import io.tongban.platform.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a window as {@code ETag} and {@code If-Match} carry it (RFC 9110, 8.8.3 and 13.1.1). */
record WindowVersion(int value) {

    private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,9})\"");

    String etag() {
        return "\"" + value + "\"";
    }

    /**
     * The version that a change was made for.
     *
     * @throws Problem {@link NetworkProblem#WINDOW_VERSION_MISSING} without the header,
     *     {@link NetworkProblem#WINDOW_CHANGED} if it is no tag that this service gave
     */
    static WindowVersion ofIfMatch(WindowId window, @Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(NetworkProblem.WINDOW_VERSION_MISSING);
        }
        Matcher tag = STRONG_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.of(NetworkProblem.WINDOW_CHANGED).with("window", window.value());
        }
        return new WindowVersion(Integer.parseInt(tag.group(1)));
    }
}
