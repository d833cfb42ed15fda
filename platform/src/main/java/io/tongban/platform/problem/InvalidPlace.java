package io.tongban.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a request is not valid; never the value there.
 *
 * @param member {@code pointer} into the body, or {@code parameter} of the query string, the path or the headers
 * @param place where it is, such as {@code #/parts/0/size}
 * @param code what is wrong, also the key of its text
 * @param message what is wrong, in the caller's language already; stands in where no text has the code
 * @param figures what the text may name
 * @param expected what should be there
 */
public record InvalidPlace(
        String member,
        String place,
        String code,
        @Nullable String message,
        Map<String, Object> figures,
        ExpectedForm expected) {

    public static final String POINTER = "pointer";
    public static final String PARAMETER = "parameter";

    public InvalidPlace {
        figures = Map.copyOf(figures);
    }

    public static InvalidPlace of(String member, String place, String code, ExpectedForm expected) {
        return new InvalidPlace(member, place, code, null, Map.of(), expected);
    }

    /** Whether the other place is this one or lies within it. */
    public boolean isAroundOrAt(InvalidPlace other) {
        return other.place.equals(place) || other.place.startsWith(place + "/");
    }

    /** The members of its JSON object. */
    Map<String, Object> in(Language language, ProblemTexts texts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(member, place);
        shown.put("code", code);
        shown.put("detail", detail(language, texts));
        shown.put("expected", expected.schema());
        if (!expected.allowed().isEmpty()) {
            shown.put("allowed", expected.allowed());
        }
        return shown;
    }

    private String detail(Language language, ProblemTexts texts) {
        String text = texts.field(code + "." + expected.name(), language);
        if (text == null) {
            text = texts.field(code, language);
        }
        if (text == null) {
            return Objects.requireNonNullElse(message, code);
        }
        Map<String, Object> named = new LinkedHashMap<>(expected.schema());
        named.put("allowed", expected.allowed());
        named.putAll(figures);
        return ProblemTexts.fill(text, named, language);
    }
}
