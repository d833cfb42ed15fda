package io.tongban.engine.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the one form of RFC 8785 (JSON Canonicalization Scheme), made of maps, lists, texts, booleans, integers and null.
 *
 * <p>Other numbers are refused: a decimal belongs into a text, where its digits are its own. So is a lone surrogate, which has no
 * form in UTF-8 (RFC 8785, section 3.2.2.2).
 */
public final class CanonicalJson {

    /** The largest integer that every reader of JSON holds exactly (RFC 8785, appendix D). */
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * The canonical form of the tree.
     *
     * @throws IllegalArgumentException if it holds anything else than named above
     */
    public static String of(@Nullable Object tree) {
        StringBuilder json = new StringBuilder();
        append(json, tree);
        return json.toString();
    }

    /** {@code sha256:} and the hex digest of the text in UTF-8. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void append(StringBuilder json, @Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case String text -> appendText(json, text);
            case Boolean flag -> json.append(flag);
            case Integer number -> json.append(number);
            case Long number -> json.append(exact(number));
            case List<?> list -> appendList(json, list);
            case Map<?, ?> map -> appendMap(json, map);
            default -> throw new IllegalArgumentException("no canonical form for a " + value.getClass());
        }
    }

    private static long exact(long number) {
        if (number > LARGEST_INTEGER || number < -LARGEST_INTEGER) {
            throw new IllegalArgumentException("no reader of JSON holds " + number + " exactly: make it a text");
        }
        return number;
    }

    private static void appendList(StringBuilder json, List<?> list) {
        String separator = "[";
        for (Object element : list) {
            json.append(separator);
            append(json, element);
            separator = ",";
        }
        json.append(list.isEmpty() ? "[]" : "]");
    }

    private static void appendMap(StringBuilder json, Map<?, ?> map) {
        TreeMap<String, @Nullable Object> sorted =
                new TreeMap<>(); // String order is that of UTF-16 units, as the RFC asks
        map.forEach((key, value) -> sorted.put((String) key, value));
        String separator = "{";
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            json.append(separator);
            appendText(json, member.getKey());
            json.append(':');
            append(json, member.getValue());
            separator = ",";
        }
        json.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendText(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ') {
                        json.append("\\u%04x".formatted((int) c));
                    } else if (isLoneSurrogate(text, i)) {
                        throw new IllegalArgumentException("the text has half of a character at " + i);
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
