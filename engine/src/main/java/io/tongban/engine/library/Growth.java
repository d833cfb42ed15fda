package io.tongban.engine.library;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Mistakes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The criteria and routes of a lower layer, as an upper layer fills them and adds to them where {@code room} lets it. */
final class Growth {

    private static final String CRITERIA = "criteria";
    private static final String ROUTES = "routes";

    private final DocumentNode lower;
    private final Origin below;
    private final Mistakes mistakes;
    private final Map<String, DocumentNode> criteria;
    private final Map<String, DocumentNode> routes;
    private final List<DocumentNode> appended = new ArrayList<>();

    Growth(DocumentNode lower, Origin below, Mistakes mistakes) {
        this.lower = lower;
        this.below = below;
        this.mistakes = mistakes;
        this.criteria = byId(lower.get(CRITERIA), "there are two criteria '%s'");
        this.routes = byId(lower.get(ROUTES), "there are two routes of this id");
    }

    private Map<String, DocumentNode> byId(DocumentNode list, String twice) {
        Map<String, DocumentNode> byId = new LinkedHashMap<>();
        for (DocumentNode item : list.items()) {
            DocumentNode id = item.get("id");
            if (byId.put(id.text(), item) != null) {
                mistakes.add(id.invalid(twice.formatted(id.text()), "give one another id"));
            }
        }
        return byId;
    }

    DocumentNode criteria() {
        List<DocumentNode> all = new ArrayList<>(criteria.values());
        all.addAll(appended);
        return lower.get(CRITERIA).withItems(all);
    }

    DocumentNode routes() {
        return lower.get(ROUTES).withItems(List.copyOf(routes.values()));
    }

    void append(DocumentNode list) {
        for (DocumentNode criterion : list.items()) {
            mistakes.attempt(() -> requireOwnId(criterion.get("id")));
            appended.add(criterion);
        }
    }

    private void requireOwnId(DocumentNode id) {
        if (criteria.containsKey(id.text())) {
            throw id.invalid(below + " has '" + id.text() + "' already", "give the criterion another id");
        }
    }

    void fill(DocumentNode values) {
        values.members().forEach((name, filled) -> mistakes.attempt(() -> fill(name, filled)));
    }

    private void fill(String name, DocumentNode filled) {
        List<String> open = room("settings");
        if (!open.contains(name)) {
            throw filled.invalid(
                    below + " leaves no room for '" + name + "'",
                    open.isEmpty() ? "take it out" : "fill one of " + String.join(", ", open) + ", or take it out");
        }
        int dot = name.indexOf('.');
        DocumentNode criterion = named(criteria, "criterion", dot < 0 ? name : name.substring(0, dot), filled);
        String setting = name.substring(dot + 1);
        DocumentNode changed = put(criterion, "settings", setting, filled.isMap() ? filled.get("value") : filled);
        if (filled.isMap()) {
            changed = put(changed, "basisOf", setting, filled.get("basis"));
        }
        criteria.put(criterion.get("id").text(), changed);
    }

    /** Adds to the lists of criteria, and criteria to routes. */
    void add(DocumentNode added) {
        added.members()
                .forEach((list, byId) -> byId.members()
                        .forEach((id, more) -> mistakes.attempt(() -> {
                            if (list.equals(CRITERIA)) {
                                requireRoom(list, id, more, "the route ");
                                routes.put(id, grown(named(routes, "route", id, more), list, more));
                            } else {
                                requireRoom(list, id, more, "");
                                criteria.put(id, grown(named(criteria, "criterion", id, more), list, more));
                            }
                        })));
    }

    private void requireRoom(String list, String id, DocumentNode more, String kind) {
        if (!room(list).contains(id)) {
            throw more.invalid(below + " leaves no room for " + list + " in " + kind + "'" + id + "'", "take them out");
        }
    }

    private static DocumentNode grown(DocumentNode holder, String list, DocumentNode more) {
        List<DocumentNode> all =
                new ArrayList<>(holder.find(list).map(DocumentNode::items).orElse(List.of()));
        all.addAll(more.items());
        Map<String, DocumentNode> members = new LinkedHashMap<>(holder.members());
        members.put(list, holder.find(list).orElse(more).withItems(all));
        return holder.withMembers(members);
    }

    private List<String> room(String list) {
        return lower.find("room").flatMap(room -> room.find(list)).map(DocumentNode::items).orElse(List.of()).stream()
                .map(DocumentNode::text)
                .toList();
    }

    private DocumentNode named(Map<String, DocumentNode> holders, String kind, String id, DocumentNode at) {
        DocumentNode holder = holders.get(id);
        if (holder == null) {
            throw at.invalid(
                    below + " has no " + kind + " '" + id + "'", "name one of " + String.join(", ", holders.keySet()));
        }
        return holder;
    }

    private static DocumentNode put(DocumentNode criterion, String key, String name, DocumentNode value) {
        Map<String, DocumentNode> values = new LinkedHashMap<>(
                criterion.find(key).map(DocumentNode::members).orElse(Map.of()));
        values.put(name, value);
        Map<String, DocumentNode> members = new LinkedHashMap<>(criterion.members());
        members.put(key, criterion.withMembers(values));
        return criterion.withMembers(members);
    }
}
