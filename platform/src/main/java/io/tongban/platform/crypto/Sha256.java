package io.tongban.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The SHA-256 digest of some bytes. */
public final class Sha256 {

    /** What stands before the hex digits where a digest names its algorithm. */
    public static final String PREFIX = "sha256:";

    private Sha256() {}

    /** 64 hex digits in lower case. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    /** 64 hex digits of the text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of the text in UTF-8, in Base64, as a content security policy names it. */
    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(of(text));
    }

    /** The digest with the name of its algorithm: {@code sha256:<hex>}. */
    public static String named(byte[] content) {
        return PREFIX + hex(content);
    }

    /** The 32 bytes of the digest of the text in UTF-8. */
    public static byte[] of(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
