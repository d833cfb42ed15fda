package io.tongban.permit.deadline;

/** Why a person looks at a case, which decides how long they have for the answer. */
public enum ReviewReason {
    /** The standard leaves a criterion to a person. */
    CRITERION,
    /** The applicant insists on an answer although points are open. */
    INSISTED,
    /** A provisional case settled the other way. */
    SETTLED_OTHERWISE,
    /** A provisional case did not settle in time. */
    NOT_SETTLED_IN_TIME,
    /** A decision, a court or the authority itself had the case opened again. */
    ORDERED,
    /** Neither a notice nor a reception answered the papers in time. */
    DEEMED;

    /** Whether the case comes to the reviewer as an acceptance does, and is answered in the same time. */
    public boolean isAnsweredAsAnAcceptance() {
        return switch (this) {
            case INSISTED, ORDERED, DEEMED -> true;
            case CRITERION, SETTLED_OTHERWISE, NOT_SETTLED_IN_TIME -> false;
        };
    }
}
