package io.tongban.insurance.record;

/** A cell holds text that cannot be what its field is for; the text itself is not told. */
final class UnreadableText extends Exception {

    UnreadableText() {
        super("unreadable", null, false, false);
    }
}
