package io.tongban.engine.comparison.lint;

import io.tongban.engine.document.DocumentNode;
import java.util.ArrayList;
import java.util.List;

/** Goes through every value of a document. */
final class Walk {

    private Walk() {}

    /** All maps that have such a member, in their order. */
    static List<DocumentNode> having(DocumentNode document, String member) {
        List<DocumentNode> found = new ArrayList<>();
        collect(document, member, found);
        return found;
    }

    private static void collect(DocumentNode node, String member, List<DocumentNode> found) {
        if (node.isMap()) {
            if (node.members().containsKey(member)) {
                found.add(node);
            }
            node.members().values().forEach(value -> collect(value, member, found));
        } else if (node.isList()) {
            node.items().forEach(item -> collect(item, member, found));
        }
    }
}
