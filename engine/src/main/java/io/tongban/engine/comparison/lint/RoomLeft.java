package io.tongban.engine.comparison.lint;

import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the room that a lower layer leaves and the layer above it does not use. */
final class RoomLeft {

    private RoomLeft() {}

    static List<Finding> of(DocumentNode lower, DocumentNode upper) {
        List<Finding> findings = new ArrayList<>();
        for (DocumentNode setting : room(lower, "settings")) {
            if (upper.find("fill").flatMap(fill -> fill.find(setting.text())).isEmpty()) {
                findings.add(note(upper, lower, "the setting '" + setting.text() + "'", "fill"));
            }
        }
        for (DocumentNode criterion : room(lower, "papers")) {
            boolean added = List.of("papers", "alternatives").stream()
                    .anyMatch(key -> add(upper, key, criterion.text()).isPresent());
            if (!added) {
                findings.add(note(upper, lower, "papers of the criterion '" + criterion.text() + "'", "add"));
            }
        }
        for (DocumentNode route : room(lower, "criteria")) {
            if (add(upper, "criteria", route.text()).isEmpty()) {
                findings.add(note(upper, lower, "criteria of the route '" + route.text() + "'", "add"));
            }
        }
        return findings;
    }

    private static List<DocumentNode> room(DocumentNode lower, String key) {
        return lower.find("room")
                .flatMap(room -> room.find(key))
                .map(DocumentNode::items)
                .orElse(List.of());
    }

    private static Optional<DocumentNode> add(DocumentNode upper, String key, String name) {
        return upper.find("add").flatMap(add -> add.find(key)).flatMap(added -> added.find(name));
    }

    private static Finding note(DocumentNode upper, DocumentNode lower, String what, String key) {
        DocumentNode at = upper.find(key).orElse(upper);
        return Finding.note(
                at.place(),
                lower.get("layer").text() + " " + lower.get("version").text() + " leaves " + what
                        + " open, and nothing is said of it here",
                "say it under '" + key + "', if what the lower layer has is not meant");
    }
}
