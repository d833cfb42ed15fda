package io.tongban.platform.problem;

import java.util.regex.Pattern;

/**
 * What an answer shows of a word that the caller sent: a short word of ASCII as it is, and {@code *} in place of everything else,
 * which could be a person's name or number in the wrong place.
 */
public final class ShownName {

    static final String HIDDEN = "*";

    /** With a fifth digit it could be a date, a telephone or a number of a person, whatever stands between the digits. */
    private static final Pattern WORD = Pattern.compile("(?!(?:[^0-9]*[0-9]){5})[A-Za-z][A-Za-z0-9._\\[\\]-]{0,39}");

    private ShownName() {}

    public static String of(String word) {
        return WORD.matcher(word).matches() ? word : HIDDEN;
    }
}
