package io.tongban.community.trip;

/** The state in which a look leaves an open point. */
public enum PointState {
    MISSING(true),
    TOLERABLE(true),
    NOT_YET(true),
    FAILED(true),
    PENDING(false),
    REVIEW(false);

    private final boolean asked;

    PointState(boolean asked) {
        this.asked = asked;
    }

    /** Whether the point asks something of the applicant; the others wait for a source or for the authority. */
    boolean isAsked() {
        return asked;
    }
}
