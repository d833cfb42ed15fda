package io.tongban.engine.library;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.standard.DatedArea;
import io.tongban.engine.standard.Setting;
import io.tongban.engine.standard.SettingType;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a setting and checks it against the bounds that the standard sets for it. */
final class SettingReader {

    private SettingReader() {}

    /**
     * Reads a setting in the bounds that the standard sets for it.
     *
     * @param bounds {@code 1..12} for a number, a list for a word, {@code each: [..]} for words, {@code areas}; null for a flag
     */
    static Setting read(DocumentNode node, @Nullable DocumentNode bounds, List<LegalBasis> basis, Origin origin) {
        if (bounds == null) {
            return new Setting(SettingType.FLAG, node.flag(), List.of("true", "false"), basis, origin);
        }
        if (bounds.isList()) {
            List<String> allowed = words(bounds);
            return new Setting(SettingType.WORD, word(node, allowed), allowed, basis, origin);
        }
        if (bounds.isMap()) {
            return new Setting(SettingType.WORDS, words(node, words(bounds.get("each"))), List.of(), basis, origin);
        }
        if (bounds.text().equals("areas")) {
            return new Setting(SettingType.AREAS, areas(node), List.of(), basis, origin);
        }
        return new Setting(SettingType.NUMBER, number(node, bounds), List.of(), basis, origin);
    }

    private static long number(DocumentNode node, DocumentNode written) {
        Bounds bounds = Bounds.read(written);
        return node.integer(bounds.smallest(), bounds.largest());
    }

    private static String word(DocumentNode node, List<String> allowed) {
        if (!allowed.contains(node.text())) {
            throw node.invalid(
                    "'" + node.text() + "' is not allowed here", "write one of " + String.join(", ", allowed));
        }
        return node.text();
    }

    private static List<String> words(DocumentNode node, List<String> allowed) {
        List<String> words = node.items().stream()
                .map(item -> word(item, allowed))
                .distinct()
                .sorted()
                .toList();
        if (words.isEmpty()) {
            throw node.invalid("the set is empty", "name at least one of " + String.join(", ", allowed));
        }
        return words;
    }

    private static List<String> words(DocumentNode node) {
        return node.items().stream().map(DocumentNode::text).toList();
    }

    private static List<DatedArea> areas(DocumentNode node) {
        List<DatedArea> areas = new ArrayList<>();
        for (DocumentNode item : node.items()) {
            if (!item.isMap()) {
                areas.add(new DatedArea(areaCode(item), null, null));
                continue;
            }
            Map<String, DocumentNode> members = StandardKeys.AREA.members(item);
            YearMonth first = month(members.get("from"));
            YearMonth last = month(members.get("until"));
            if (first != null && last != null && last.isBefore(first)) {
                throw item.invalid("the area ends before it begins", "put until at or after from");
            }
            areas.add(new DatedArea(areaCode(item.get("area")), first, last));
        }
        if (areas.isEmpty()) {
            throw node.invalid("no area counts", "name at least one area of six digits");
        }
        return areas;
    }

    private static String areaCode(DocumentNode node) {
        if (!node.text().matches("\\d{6}")) {
            throw node.invalid("'" + node.text() + "' is no area", "write six digits, such as \"330104\"");
        }
        return node.text();
    }

    private static @Nullable YearMonth month(@Nullable DocumentNode node) {
        return node == null ? null : node.month();
    }
}
