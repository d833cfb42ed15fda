package io.tongban.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The languages in which people are answered. */
public enum Language {
    EN(Locale.ENGLISH, ", "),
    ZH(Locale.CHINESE, "、");

    private final Locale locale;
    private final String comma;

    Language(Locale locale, String comma) {
        this.locale = locale;
        this.comma = comma;
    }

    /** The first language of {@code Accept-Language} that is one of these; English where there is none. */
    public static Language of(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? EN
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(List.of(EN.tag(), ZH.tag())::contains)
                        .findFirst()
                        .map(tag -> tag.equals(ZH.tag()) ? ZH : EN)
                        .orElse(EN);
    }

    /** The language of a locale; English for every other one. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(ZH.tag()) ? ZH : EN;
    }

    /**
     * The language with the tag.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Language tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a language of answers"));
    }

    public Locale locale() {
        return locale;
    }

    /** As HTML, HTTP and the API name the language. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The sign between the members of a list. */
    String comma() {
        return comma;
    }

    /** The tag, since this is what requests name. */
    @Override
    public String toString() {
        return tag();
    }
}
