package io.tongban.permit.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The published, versioned, dated rules of one service item.
 *
 * @param inForceFrom first day in force
 * @param inForceUntil last day in force, included; null: until replaced
 * @param papers the kinds of papers that may be asked for, with their names
 * @param names the names of all that a notice may ask for: the papers, and collective words such as {@code employment-paper}
 * @param limits the time limits by name: {@code decision}, {@code review}
 * @param lapseNoticeDays a paper that lapses within so many days of the application is announced
 * @param historyMonths how many months back the sources of contribution records are asked
 * @param askedKinds the kinds of insurance that they are asked for
 */
public record Standard(
        StandardReference reference,
        Text name,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        Map<String, Text> papers,
        Map<String, Text> names,
        Map<String, Limit> limits,
        int lapseNoticeDays,
        int historyMonths,
        List<String> askedKinds,
        List<Route> routes) {

    public Standard {
        papers = Map.copyOf(papers);
        names = Map.copyOf(names);
        limits = Map.copyOf(limits);
        askedKinds = List.copyOf(askedKinds);
        routes = List.copyOf(routes);
    }

    public String item() {
        return reference.item();
    }

    public String version() {
        return reference.version();
    }

    public String digest() {
        return reference.digest();
    }

    public boolean isInForce(LocalDate on) {
        return !on.isBefore(inForceFrom) && (inForceUntil == null || !on.isAfter(inForceUntil));
    }

    public Optional<Route> route(String id) {
        return routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    /** The limit within which a decision is made, from the day of acceptance. */
    public Limit decisionLimit() {
        return limit("decision");
    }

    public Limit limit(String name) {
        Limit limit = limits.get(name);
        if (limit == null) {
            throw new IllegalArgumentException(item() + " " + version() + " has no limit " + name);
        }
        return limit;
    }

    /** The kinds of papers that this standard knows. */
    public Set<String> paperKinds() {
        return papers.keySet();
    }

    /** The names of what a notice asks for: kinds of papers, each perhaps with {@code :unit}, or collective words. */
    public Text namesOf(List<String> missing) {
        return new Text(
                missing.stream().map(asked -> nameOf(asked).zh()).collect(Collectors.joining("、")),
                missing.stream().map(asked -> nameOf(asked).en()).collect(Collectors.joining(", ")));
    }

    private Text nameOf(String asked) {
        int colon = asked.indexOf(':');
        String kind = colon < 0 ? asked : asked.substring(0, colon);
        Text name = names.getOrDefault(kind, new Text(kind, kind));
        if (colon < 0) {
            return name;
        }
        String unit = asked.substring(colon + 1);
        return new Text(name.zh() + "（" + unit + "）", name.en() + " (" + unit + ")");
    }
}
