package io.tongban.engine.comparison.person;

import io.tongban.engine.document.DocumentNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A standard as it is written, all layers laid over each other. */
public record StandardText(DocumentNode root) {

    public Map<String, CriterionText> criteria() {
        Map<String, CriterionText> criteria = new LinkedHashMap<>();
        root.get("criteria").items().forEach(node -> {
            String id = node.get("id").text();
            criteria.put(id, new CriterionText(id, node));
        });
        return criteria;
    }

    /** The criteria of each route, in their order. */
    public Map<String, List<String>> routes() {
        Map<String, List<String>> routes = new LinkedHashMap<>();
        root.get("routes")
                .items()
                .forEach(route -> routes.put(
                        route.get("id").text(),
                        route.get("criteria").items().stream()
                                .map(DocumentNode::text)
                                .toList()));
        return routes;
    }

    /** The criteria of a route; none if there is no such route. */
    public List<CriterionText> criteriaOf(String route) {
        Map<String, CriterionText> criteria = criteria();
        List<CriterionText> ofRoute = new ArrayList<>();
        routes().getOrDefault(route, List.of())
                .forEach(id -> Optional.ofNullable(criteria.get(id)).ifPresent(ofRoute::add));
        return ofRoute;
    }

    public LocalDate from() {
        return root.get("inForce").get("from").date();
    }

    public @Nullable LocalDate until() {
        return root.get("inForce").find("until").map(DocumentNode::date).orElse(null);
    }

    /** The members of a map of the document; none if it is not there. */
    public Map<String, DocumentNode> members(String key) {
        return root.find(key)
                .filter(DocumentNode::isMap)
                .map(DocumentNode::members)
                .orElse(Map.of());
    }
}
