package io.tongban.permit.guide;

/** What a guide is written as. */
enum GuideForm {
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
    String word() {
        return word;
    }

    String mediaType() {
        return mediaType;
    }

    /** The description for other systems is in all languages at once. */
    boolean inOneLanguage() {
        return this != JSONLD;
    }
}
