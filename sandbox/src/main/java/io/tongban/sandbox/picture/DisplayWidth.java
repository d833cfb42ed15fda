package io.tongban.sandbox.picture;

/**
 * How many columns a text takes in a terminal: Unicode's East Asian Width (UAX #11), wide and full-width characters as two,
 * combining marks as none, the ambiguous ones as one.
 */
final class DisplayWidth {

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The text with blanks up to the width; unchanged if it is that wide already. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    private static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    // The blocks of UAX #11's classes W and F.
    private static boolean isWide(int character) {
        return between(character, 0x1100, 0x115F) // Hangul Jamo
                || between(character, 0x2E80, 0x303E) // radicals, CJK punctuation
                || between(character, 0x3041, 0xA4CF) // kana, Bopomofo, CJK, Yi
                || between(character, 0xA960, 0xA97C) // Hangul Jamo Extended-A
                || between(character, 0xAC00, 0xD7A3) // Hangul syllables
                || between(character, 0xF900, 0xFAFF) // CJK compatibility ideographs
                || between(character, 0xFE10, 0xFE19) // vertical forms
                || between(character, 0xFE30, 0xFE6F) // CJK compatibility and small forms
                || between(character, 0xFF01, 0xFF60) // full-width forms
                || between(character, 0xFFE0, 0xFFE6) // full-width signs
                || between(character, 0x1F300, 0x1F64F) // pictographs
                || between(character, 0x1F900, 0x1F9FF)
                || between(character, 0x20000, 0x3FFFD); // CJK extensions
    }

    private static boolean between(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
