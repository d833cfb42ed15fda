package io.tongban.insurance.source;

/** A source did not answer a question; carries no text of the source or of the person. */
final class SourceSilent extends Exception {

    private final SilenceCause reason;

    SourceSilent(SilenceCause reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    SilenceCause reason() {
        return reason;
    }
}
