package io.tongban.engine.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The frame of the page: well-formed XHTML that is HTML too, with its words in {@code page_zh} and {@code page_en}. */
public final class PageTemplate {

    private static final String STYLE = text("page.css");

    private final TemplateEngine engine = new TemplateEngine();

    PageTemplate() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PageTemplate.class.getClassLoader());
        resolver.setPrefix("guide/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        // XML, so that the printer can read what the browser gets.
        resolver.setTemplateMode(TemplateMode.XML);
        engine.setTemplateResolver(resolver);
    }

    /** The page for a browser. */
    String screen(GuidePage page, GuideLanguage language) {
        return write(page, language, false);
    }

    /** The page for the printer, with the bookmarks that a browser would not know. */
    String print(GuidePage page, GuideLanguage language) {
        return write(page, language, true);
    }

    /** What a Content-Security-Policy must allow for the page: its own style, and nothing else. */
    public static String styleSource() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private String write(GuidePage page, GuideLanguage language, boolean printed) {
        Map<String, Object> values = Map.of("page", page, "lang", language.tag(), "style", STYLE, "printed", printed);
        return engine.process("page", new Context(language.locale(), values));
    }

    private static String text(String name) {
        try (InputStream file = PageTemplate.class.getResourceAsStream("/guide/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the page was built without " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
