package io.tongban.engine.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures as each language quotes them: they differ in how a list is joined. */
public record Quoted(Map<String, String> zh, Map<String, String> en) {

    static Quoted of(Map<String, String> figures, Map<String, List<String>> lists, Wording wording) {
        if (lists.isEmpty()) {
            return new Quoted(figures, figures);
        }
        Map<String, String> zh = new HashMap<>(figures);
        Map<String, String> en = new HashMap<>(figures);
        lists.forEach((name, items) -> {
            zh.put(name, String.join(wording.list().zh(), items));
            en.put(name, String.join(wording.list().en(), items));
        });
        return new Quoted(zh, en);
    }
}
