package io.tongban.insurance.page;

/** What came is not a whole page of the bureau; carries no text of it. */
public final class UnreadablePage extends Exception {

    UnreadablePage() {
        super("unreadable", null, false, false);
    }
}
