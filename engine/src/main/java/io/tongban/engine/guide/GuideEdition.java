package io.tongban.engine.guide;

import io.tongban.engine.standard.Standard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** What tells one guide from another: the content of the standard, the form, the language, and the frame of this release. */
public final class GuideEdition {

    /** A guide that was written by an earlier release is another, though the standard is the same. */
    private static final String FRAME = digest(List.of(
            "/guide/page.html",
            "/guide/page.css",
            "/guide/page_zh.properties",
            "/guide/page_en.properties",
            "PageContent.class",
            "ServiceDescription.class"));

    private GuideEdition() {}

    public static String entityTag(Standard standard, GuideForm form, GuideLanguage language) {
        return '"' + String.join("-", parts(standard, form, language)) + '"';
    }

    public static String fileName(Standard standard, GuideForm form, GuideLanguage language) {
        return standard.item() + "-" + standard.version() + (form.inOneLanguage() ? "-" + language.word() : "") + "."
                + form.word();
    }

    private static List<String> parts(Standard standard, GuideForm form, GuideLanguage language) {
        return List.of(
                standard.digest().replace("sha256:", "").substring(0, 32),
                Objects.toString(standard.inForceUntil(), "open"),
                form.word(),
                form.inOneLanguage() ? language.word() : "all",
                FRAME);
    }

    private static String digest(List<String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : files) {
                try (InputStream file = GuideEdition.class.getResourceAsStream(name)) {
                    digest.update(Objects.requireNonNull(file, name).readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
