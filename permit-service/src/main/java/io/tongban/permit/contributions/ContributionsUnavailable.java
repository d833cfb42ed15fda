package io.tongban.permit.contributions;

import org.jspecify.annotations.Nullable;

/** The insurance adapter could not be asked now, or its answer is not to be trusted; it says nothing about the person. */
public final class ContributionsUnavailable extends RuntimeException {

    private final Cause reason;

    ContributionsUnavailable(Cause reason, @Nullable Throwable cause) {
        super("contribution records are unavailable: " + reason, cause);
        this.reason = reason;
    }

    Cause reason() {
        return reason;
    }

    /** What kept the record from being read. */
    enum Cause {
        NO_TOKEN,
        NO_ANSWER,
        UNREADABLE,
        NOT_GENUINE,
        BREAKER_OPEN
    }
}
