package io.tongban.engine.guide;

import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.Standard;
import java.util.List;
import java.util.Map;

/** What a reader is told instead of an id. */
final class Labels {

    private final Map<String, Text> labels;

    Labels(Standard standard) {
        this.labels = standard.words().labels();
    }

    /** Where the label stands among all, so that what is told first is read first; what has none comes last. */
    int place(String id) {
        int place = List.copyOf(labels.keySet()).indexOf(id);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** The label of the first of these ids that has one; else the last id itself, which a reader can at least ask about. */
    Text of(String... ids) {
        for (String id : ids) {
            Text label = labels.get(id);
            if (label != null) {
                return label;
            }
        }
        String last = ids[ids.length - 1];
        return new Text(last, last);
    }
}
