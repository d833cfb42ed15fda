package io.tongban.engine.rule;

import java.util.Map;

/** A text in Chinese and English; figures stand in it as {@code {name}}. */
public record Text(String zh, String en) {

    /** The text with its figures filled in. */
    public Text with(Map<String, String> figures) {
        return new Text(filled(zh, figures), filled(en, figures));
    }

    /** The text with one figure filled in that each language has its own words for. */
    public Text with(String figure, Text words) {
        return new Text(filled(zh, Map.of(figure, words.zh())), filled(en, Map.of(figure, words.en())));
    }

    private static String filled(String text, Map<String, String> figures) {
        String result = text;
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            result = result.replace("{" + figure.getKey() + "}", figure.getValue());
        }
        return result;
    }
}
