package io.tongban.insurance.source;

/** Why a source is silent about something. */
public enum SilenceCause {
    /** No connection could be made, or it broke before the answer was complete. */
    UNREACHABLE,
    /** The answer did not come within the source's time-out. */
    TIMED_OUT,
    /** An HTTP status that means trouble at the source and may pass. */
    TROUBLE,
    /** An HTTP status that is no answer to the question, such as an unexpected 404. */
    REFUSED,
    /** The page is not one of the bureau's pages, or a cell cannot be read. */
    UNREADABLE,
    /** Rows or pages are missing by the source's own count. */
    INCOMPLETE,
    /** A page came again in place of another. */
    REPEATED_PAGE,
    /** The circuit breaker is open: the source was not asked. */
    NOT_ASKED_BROKEN,
    /** Too many queries were under way at the source for as long as one waits: it was not asked. */
    NOT_ASKED_BUSY,
    /** The time budget of the whole query was spent. */
    BUDGET_SPENT;

    /** Whether the source was not asked at all, and may well answer once there is a place or its breaker is closed. */
    boolean isNotAsked() {
        return this == NOT_ASKED_BROKEN || this == NOT_ASKED_BUSY;
    }

    /** Whether asking again at once may help. */
    boolean mayPass() {
        return this == UNREACHABLE || this == TIMED_OUT || this == TROUBLE;
    }
}
