package io.tongban.engine.guide;

/** What a guide is written as. */
public enum GuideForm {
    HTML("html", "text/html;charset=UTF-8"),
    PDF("pdf", "application/pdf"),
    JSONLD("jsonld", "application/ld+json");

    private final String word;
    private final String mediaType;

    GuideForm(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /** The ending of its file and of its address. */
    public String word() {
        return word;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The description for other systems is in all languages at once. */
    public boolean inOneLanguage() {
        return this != JSONLD;
    }
}
