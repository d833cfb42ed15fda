package io.tongban.insurance.record;

import java.util.regex.Pattern;

/** An area of insurance by its six-digit code (AAB034). */
public record Area(String code) implements Comparable<Area> {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    public Area {
        if (!SIX_DIGITS.matcher(code).matches()) {
            throw new IllegalArgumentException("an area code has six digits");
        }
    }

    @Override
    public int compareTo(Area other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
