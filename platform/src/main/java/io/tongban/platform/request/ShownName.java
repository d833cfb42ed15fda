package io.tongban.platform.request;

import java.util.regex.Pattern;

/** What is shown of a name that a request gives to something: one that could be a value that lost its name is not repeated. */
final class ShownName {

    static final String HIDDEN = "*";

    /** No number of a person and no telephone is one: both have more digits in a row. */
    private static final Pattern NAME = Pattern.compile("(?!.*[0-9]{6})[A-Za-z][A-Za-z0-9._\\[\\]-]{0,63}");

    private ShownName() {}

    static String of(String name) {
        return NAME.matcher(name).matches() ? name : HIDDEN;
    }
}
