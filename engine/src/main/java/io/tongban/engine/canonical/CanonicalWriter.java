package io.tongban.engine.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the form of {@link CanonicalJson} straight into UTF-8, for whoever writes the same shape again and again and knows the
 * order of its members.
 *
 * <p>The caller gives the members of an object in the order of RFC 8785, section 3.2.3; an object of {@link #texts} is sorted here.
 */
public final class CanonicalWriter {

    private static final int BYTES_OF_A_CHAR = 3;
    private static final int LONGEST_ESCAPE = 6;

    private byte[] bytes = new byte[4096];
    private int length;

    public CanonicalWriter object() {
        return open((byte) '{');
    }

    public CanonicalWriter endObject() {
        return close((byte) '}');
    }

    public CanonicalWriter array() {
        return open((byte) '[');
    }

    public CanonicalWriter endArray() {
        return close((byte) ']');
    }

    /** The name of a member, made of ASCII characters that need no escape. */
    public CanonicalWriter name(String ascii) {
        separate();
        ensure(ascii.length() + 3);
        bytes[length++] = '"';
        ascii(ascii);
        bytes[length++] = '"';
        bytes[length++] = ':';
        return this;
    }

    /**
     * A text, or null.
     *
     * @throws IllegalArgumentException if the text has a lone surrogate
     */
    public CanonicalWriter text(@Nullable String text) {
        separate();
        if (text == null) {
            return bare("null");
        }
        quoted(text);
        return this;
    }

    public CanonicalWriter number(int number) {
        separate();
        return bare(Integer.toString(number));
    }

    public CanonicalWriter flag(boolean flag) {
        separate();
        return bare(flag ? "true" : "false");
    }

    public CanonicalWriter nothing() {
        separate();
        return bare("null");
    }

    /** An object of texts. */
    public CanonicalWriter texts(Map<String, String> texts) {
        object();
        if (texts.size() < 2) {
            texts.forEach(this::member);
        } else {
            String[] names = texts.keySet().toArray(String[]::new);
            Arrays.sort(names);
            for (String name : names) {
                member(name, texts.get(name));
            }
        }
        return endObject();
    }

    private void member(String name, @Nullable String text) {
        separate();
        quoted(name);
        ensure(1);
        bytes[length++] = ':';
        text(text);
    }

    /** What was written. */
    public Written written() {
        byte[] hash = sha256(bytes, length);
        return new Written(
                new String(bytes, 0, length, StandardCharsets.UTF_8),
                "sha256:" + HexFormat.of().formatHex(hash));
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes, 0, length);
            return sha256.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private CanonicalWriter open(byte bracket) {
        separate();
        ensure(1);
        bytes[length++] = bracket;
        return this;
    }

    private CanonicalWriter close(byte bracket) {
        ensure(1);
        bytes[length++] = bracket;
        return this;
    }

    /** A comma unless a value is the first one here; what stands before shows which. */
    private void separate() {
        if (length > 0) {
            byte before = bytes[length - 1];
            if (before != '{' && before != '[' && before != ':') {
                ensure(1);
                bytes[length++] = ',';
            }
        }
    }

    private CanonicalWriter bare(String ascii) {
        ensure(ascii.length());
        ascii(ascii);
        return this;
    }

    @SuppressWarnings("deprecation") // the one way to take the bytes of an ASCII text without making an array of them
    private void ascii(String ascii) {
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
    }

    private void quoted(String text) {
        ensure(text.length() * BYTES_OF_A_CHAR + 2);
        bytes[length++] = '"';
        int size = text.length();
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (c < ' ' || c == '"' || c == '\\') {
                    escape(c, size - i);
                } else {
                    bytes[length++] = (byte) c;
                }
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | (c >> 6));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                i = pair(text, i);
            } else {
                bytes[length++] = (byte) (0xE0 | (c >> 12));
                bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        bytes[length++] = '"';
    }

    /** @return the index of the second half */
    private int pair(String text, int first) {
        if (!Character.isHighSurrogate(text.charAt(first))
                || first + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(first + 1))) {
            throw new IllegalArgumentException("the text has half of a character at " + first);
        }
        int c = Character.toCodePoint(text.charAt(first), text.charAt(first + 1));
        bytes[length++] = (byte) (0xF0 | (c >> 18));
        bytes[length++] = (byte) (0x80 | ((c >> 12) & 0x3F));
        bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
        return first + 1;
    }

    private void escape(char c, int charactersToCome) {
        String escaped = switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u%04x".formatted((int) c);
        };
        ensure(LONGEST_ESCAPE + charactersToCome * BYTES_OF_A_CHAR + 1);
        ascii(escaped);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /**
     * A canonical form and the digest of its bytes.
     *
     * @param digest {@code sha256:} and the hex digest of the UTF-8
     */
    public record Written(String json, String digest) {}
}
