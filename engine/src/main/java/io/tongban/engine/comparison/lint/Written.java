package io.tongban.engine.comparison.lint;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Place;
import java.util.Optional;

/** Where the parts of a standard are written, by what the standard calls them. */
final class Written {

    private final DocumentNode document;

    /** The layers laid together. */
    Written(DocumentNode document) {
        this.document = document;
    }

    /** A member of one of the maps that name things, such as {@code papers}. */
    Place named(String map, String name) {
        return placed(inside(document, map, name));
    }

    /** What a kind of paper says of something. */
    Place saying(String kind, String name) {
        return placed(inside(document, "papers", kind).flatMap(paper -> inside(paper, "says", name)));
    }

    Place criterion(String id) {
        return placed(criterionNode(id));
    }

    /** A member of a criterion, or the criterion itself if it has none of this name. */
    Place ofCriterion(String id, String member) {
        return placed(
                criterionNode(id).flatMap(criterion -> criterion.find(member)).or(() -> criterionNode(id)));
    }

    /** A member of a map of a criterion, such as one of its {@code settings}. */
    Place ofCriterion(String id, String map, String name) {
        return placed(criterionNode(id).flatMap(criterion -> inside(criterion, map, name)));
    }

    Place alternative(String criterion, String id) {
        return placed(criterionNode(criterion)
                .flatMap(found -> found.find("alternatives"))
                .flatMap(alternatives -> withId(alternatives, id)));
    }

    private Optional<DocumentNode> criterionNode(String id) {
        return withId(document.get("criteria"), id);
    }

    private static Optional<DocumentNode> withId(DocumentNode list, String id) {
        return list.items().stream()
                .filter(item -> item.get("id").text().equals(id))
                .findFirst();
    }

    private static Optional<DocumentNode> inside(DocumentNode of, String map, String name) {
        return of.find(map).flatMap(members -> members.find(name));
    }

    private Place placed(Optional<DocumentNode> node) {
        return node.orElse(document).place();
    }
}
