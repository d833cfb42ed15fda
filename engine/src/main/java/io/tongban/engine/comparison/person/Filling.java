package io.tongban.engine.comparison.person;

/** What the months of a gap hold instead of a contribution that counts. */
enum Filling {
    NOTHING("nothing"),
    ZERO("rows of zero"),
    BACK_PAID("back payments"),
    ARREARS("arrears"),
    INTERRUPTED("interrupted rows"),
    OTHER_AREA("another area"),
    TRANSFERRED("transferred months"),
    AGENCY("the unemployment agency"),
    REFUNDED("refunds"),
    REVERSED("reversals"),
    UNKNOWN_TYPE("a type that is in no list");

    private final String words;

    Filling(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
