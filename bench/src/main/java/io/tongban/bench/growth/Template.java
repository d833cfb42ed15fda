package io.tongban.bench.growth;

import io.tongban.bench.growth.Names.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text of one case from which that of another is made: pieces that stay, with a name of the case after each but the last. */
record Template(List<String> pieces, List<Part> names) {

    static Template of(String text, Names of) {
        List<String> pieces = new ArrayList<>();
        List<Part> names = new ArrayList<>();
        int from = 0;
        while (true) {
            int next = text.length();
            Map.Entry<Part, String> found = null;
            for (Map.Entry<Part, String> name : of.byPart().entrySet()) {
                int at = text.indexOf(name.getValue(), from);
                if (at >= 0 && at < next) {
                    next = at;
                    found = name;
                }
            }
            pieces.add(text.substring(from, next));
            if (found == null) {
                return new Template(pieces, names);
            }
            names.add(found.getKey());
            from = next + found.getValue().length();
        }
    }

    String with(Names other) {
        if (names.isEmpty()) {
            return pieces.getFirst();
        }
        StringBuilder text = new StringBuilder();
        for (int piece = 0; piece < pieces.size(); piece++) {
            text.append(pieces.get(piece));
            if (piece < names.size()) {
                text.append(other.of(names.get(piece)));
            }
        }
        return text.toString();
    }
}
