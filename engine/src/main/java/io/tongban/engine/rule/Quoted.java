package io.tongban.engine.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figures as each language quotes them: they differ in how a list is joined. */
public record Quoted(Map<String, String> zh, Map<String, String> en) {

    /** These and one more, which each language has its own words for. */
    public Quoted and(String name, Text words) {
        Map<String, String> moreZh = new HashMap<>(zh);
        Map<String, String> moreEn = new HashMap<>(en);
        moreZh.put(name, words.zh());
        moreEn.put(name, words.en());
        return new Quoted(moreZh, moreEn);
    }

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
