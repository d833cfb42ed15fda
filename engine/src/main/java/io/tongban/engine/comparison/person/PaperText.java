package io.tongban.engine.comparison.person;

import io.tongban.engine.document.DocumentNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of paper that a criterion asks for, as it is written.
 *
 * @param ageSetting the setting that says how many months old it must be; null: not asked
 * @param termSetting the setting that says how many months its term must be; null: not asked
 * @param says what it must say: by name the value that suffices
 * @param contract it is one of a chain of labour contracts
 * @param eitherOr papers with the same word here are alternatives of each other
 */
public record PaperText(
        DocumentNode kind,
        @Nullable String ageSetting,
        @Nullable String termSetting,
        Map<String, String> says,
        boolean contract,
        String eitherOr) {

    static PaperText demanded(DocumentNode demand, String eitherOr) {
        return new PaperText(
                demand.get("kind"),
                named(demand.find("age")),
                named(demand.find("term")),
                says(demand),
                false,
                eitherOr);
    }

    static PaperText chosen(DocumentNode kind) {
        return new PaperText(kind, null, null, Map.of(), false, "choice");
    }

    static PaperText contract(DocumentNode kind, DocumentNode of) {
        return new PaperText(kind, null, named(of.find("chainMonths")), Map.of(), true, kind.text());
    }

    private static Map<String, String> says(DocumentNode demand) {
        Map<String, String> says = new LinkedHashMap<>();
        demand.find("says")
                .map(DocumentNode::members)
                .orElse(Map.of())
                .forEach((name, values) ->
                        values.items().stream().findFirst().ifPresent(value -> says.put(name, value.text())));
        return says;
    }

    private static @Nullable String named(Optional<DocumentNode> setting) {
        return setting.map(DocumentNode::text).orElse(null);
    }
}
