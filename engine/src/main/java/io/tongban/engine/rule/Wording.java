package io.tongban.engine.rule;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How the standard joins words, so that no sentence is built in code.
 *
 * @param list what stands between the items of a list
 * @param ofUnit a paper of one unit, with {@code {name}} and {@code {unit}}
 */
public record Wording(Text list, Text ofUnit) {

    private static final Text NOTHING = new Text("", "");

    public Text joined(List<Text> items) {
        if (items.isEmpty()) {
            return NOTHING;
        }
        if (items.size() == 1) {
            return items.getFirst();
        }
        return new Text(
                items.stream().map(Text::zh).collect(Collectors.joining(list.zh())),
                items.stream().map(Text::en).collect(Collectors.joining(list.en())));
    }
}
