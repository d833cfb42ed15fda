package io.tongban.permit.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The published, versioned, dated rules of one service item.
 *
 * @param inForceFrom first day in force
 * @param inForceUntil last day in force, included; null: until replaced
 * @param papers the kinds of papers that may be asked for, with their names
 * @param limits the time limits by name: {@code decision}, {@code review}
 */
public record Standard(
        StandardReference reference,
        Text name,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        Map<String, Text> papers,
        Map<String, Limit> limits,
        int lapseNoticeDays,
        List<Route> routes) {

    public Standard {
        papers = Map.copyOf(papers);
        limits = Map.copyOf(limits);
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
}
