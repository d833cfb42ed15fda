package io.tongban.platform.test.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Compares an answer with the one that an example shows. */
final class AnswerComparison {

    static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The forms of values that are another in each run. */
    private static final Map<String, Pattern> FORMS = Map.of(
            "uuid", Pattern.compile(UUID),
            "instant", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z"),
            "time", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?[+-]\\d\\d:\\d\\d"),
            "date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
            "signed", Pattern.compile("[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"));

    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");

    private AnswerComparison() {}

    /** @param varies where another value of the same form is as good */
    static List<String> differences(JsonNode shown, JsonNode sent, List<String> varies) {
        List<String> differences = new ArrayList<>();
        differ(shown, sent, "", varies, differences);
        return differences;
    }

    private static void differ(
            JsonNode shown, JsonNode sent, String place, List<String> varies, List<String> differences) {
        if (varies.contains(place) || varies.contains(INDEX.matcher(place).replaceAll("/*"))) {
            if (!form(shown).equals(form(sent))) {
                differences.add(place + " has another form: " + form(sent));
            }
        } else if (shown.isObject() && sent.isObject()) {
            if (!List.copyOf(shown.propertyNames()).equals(List.copyOf(sent.propertyNames()))) {
                differences.add(place + " has the members " + sent.propertyNames());
            }
            shown.propertyStream()
                    .forEach(member -> differ(
                            member.getValue(),
                            sent.path(member.getKey()),
                            place + "/" + member.getKey(),
                            varies,
                            differences));
        } else if (shown.isArray() && sent.isArray() && shown.size() == sent.size()) {
            for (int i = 0; i < shown.size(); i++) {
                differ(shown.path(i), sent.path(i), place + "/" + i, varies, differences);
            }
        } else if (!shown.equals(sent)) {
            differences.add(place + ": " + sent);
        }
    }

    private static String form(JsonNode value) {
        if (!value.isString()) {
            return value.getNodeType().name();
        }
        return FORMS.entrySet().stream()
                .filter(form -> form.getValue().matcher(value.asString()).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("text");
    }
}
