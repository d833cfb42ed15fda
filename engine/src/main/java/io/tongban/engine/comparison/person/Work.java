package io.tongban.engine.comparison.person;

/** Whose account the months of a history were paid from. */
enum Work {
    ONE_EMPLOYER("one employer"),
    TWO_EMPLOYERS("two employers, one after the other"),
    FLEXIBLE("the account of flexible workers");

    private final String words;

    Work(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
