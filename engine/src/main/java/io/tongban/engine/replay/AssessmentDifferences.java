package io.tongban.engine.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** In what two assessments differ: the outcome first, then the states of the criteria, then everything else. */
final class AssessmentDifferences {

    /** More would only repeat what the first ones say. */
    private static final int SHOWN = 40;

    private final List<String> outcomes = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private AssessmentDifferences() {}

    /** Each difference as {@code place: value in the case, value made again}. */
    static List<String> between(JsonNode kept, JsonNode again) {
        AssessmentDifferences found = new AssessmentDifferences();
        found.compare("", kept, again);
        List<String> all = new ArrayList<>(found.outcomes);
        all.addAll(found.states);
        all.addAll(found.others);
        if (all.size() <= SHOWN) {
            return all;
        }
        List<String> shown = new ArrayList<>(all.subList(0, SHOWN));
        shown.add("and " + (all.size() - SHOWN) + " more");
        return shown;
    }

    private void compare(String place, @Nullable JsonNode kept, @Nullable JsonNode again) {
        if (place.equals("standard/digest") || (kept != null && kept.equals(again))) {
            return; // a changed text of the standard is said once
        }
        if (kept != null && again != null && kept.isObject() && again.isObject()) {
            Set<String> members = new TreeSet<>(kept.propertyNames());
            members.addAll(again.propertyNames());
            members.forEach(member -> compare(inside(place, member), kept.get(member), again.get(member)));
        } else if (kept != null && again != null && kept.isArray() && again.isArray()) {
            compareLists(place, named(kept), named(again));
        } else {
            listFor(place).add(place + ": " + shown(kept) + " in the case, " + shown(again) + " made again");
        }
    }

    private void compareLists(String place, Map<String, JsonNode> kept, Map<String, JsonNode> again) {
        Set<String> names = new TreeSet<>(kept.keySet());
        names.addAll(again.keySet());
        names.forEach(name -> compare(inside(place, name), kept.get(name), again.get(name)));
    }

    /** Elements by what names them, so that one that is missing does not shift all others. */
    private static Map<String, JsonNode> named(JsonNode list) {
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        int position = 1;
        for (JsonNode element : list) {
            String name = "" + position++;
            for (String member : List.of("id", "month", "code", "paper")) {
                name = element.path(member).asString(name);
            }
            elements.merge(name, element, (first, second) -> first);
        }
        return elements;
    }

    private static String inside(String place, String name) {
        return place.isEmpty() ? name : place + "/" + name;
    }

    private List<String> listFor(String place) {
        if (place.equals("outcome")) {
            return outcomes;
        }
        return place.startsWith("criteria/") && place.endsWith("/state") ? states : others;
    }

    private static String shown(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
