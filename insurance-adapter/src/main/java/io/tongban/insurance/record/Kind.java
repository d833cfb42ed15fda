package io.tongban.insurance.record;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of insurance by its code (AAE140): one of the five of social insurance, by its code of two digits, or any other, by its
 * code as it came.
 *
 * <p>Codes are whole values: {@code 120} and {@code 011} are not {@code 11}.
 */
public record Kind(String code) implements Comparable<Kind> {

    /** The three-digit spellings of the five. */
    private static final Map<String, String> LONG =
            Map.of("110", "11", "210", "21", "310", "31", "410", "41", "510", "51");

    public static final Kind PENSION = new Kind("11");
    public static final Kind UNEMPLOYMENT = new Kind("21");
    public static final Kind MEDICAL = new Kind("31");
    public static final Kind WORK_INJURY = new Kind("41");
    public static final Kind MATERNITY = new Kind("51");

    private static final Set<Kind> FIVE = Set.of(PENSION, UNEMPLOYMENT, MEDICAL, WORK_INJURY, MATERNITY);

    public Kind {
        if (!CellText.isCode(code)) {
            throw new IllegalArgumentException("the code of a kind has letters and digits");
        }
        if (LONG.containsKey(code)) {
            throw new IllegalArgumentException("one of the five is named by its two digits");
        }
    }

    /**
     * The kind that the text names, in either spelling of the five; empty for a text that is no code. A word is no code: it could
     * be a name of the kind that was asked for.
     */
    public static Optional<Kind> of(String text) {
        return CellText.isCode(text) ? Optional.of(new Kind(LONG.getOrDefault(text, text))) : Optional.empty();
    }

    /** Whether it is one of the five kinds of social insurance. */
    public boolean isOneOfTheFive() {
        return FIVE.contains(this);
    }

    @Override
    public int compareTo(Kind other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
