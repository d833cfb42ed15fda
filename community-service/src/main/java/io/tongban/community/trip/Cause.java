package io.tongban.community.trip;

/** Why a trip after the first was needed, and in whose hands that lay. */
public record Cause(Kind kind, Group group) {

    /** The causes in the order in which they are asked for: the first that holds is the trip's. */
    public enum Kind {
        /** The ticket of the trip before was never called. */
        UNSERVED,
        /** The window closed on somebody who had come in time. */
        CUT_SHORT,
        /** The visit before was not brought to its end. */
        PARTIAL,
        /** Something was asked too late, or outside the standard. */
        BREACH,
        /** The applicant left, or wished to go on at another window. */
        CHOICE,
        /** What was open lay with a source or with the authority. */
        WAIT,
        /** A date that had been announced passed. */
        LAPSED,
        /** It was too early, or the standard changed. */
        STANDARD,
        /** The applicant had something to bring or to mend. */
        PAPER,
        OTHER
    }

    /** Those in whose hands a cause lies. */
    public enum Group {
        CLERK,
        SOURCE,
        LAPSE,
        STANDARD,
        APPLICANT
    }

    /** Whether the trip would not have been, had everybody but the applicant done their part. */
    public boolean isAvoidable() {
        return group != Group.APPLICANT;
    }
}
