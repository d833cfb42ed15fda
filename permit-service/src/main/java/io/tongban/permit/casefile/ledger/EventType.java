package io.tongban.permit.casefile.ledger;

/** What can happen to a case. */
public enum EventType {
    CASE_OPENED,
    ASSESSED,
    /** The applicant chose between two versions of which neither is the better one for them. */
    STANDARD_CHOSEN,
    NOTICE_GIVEN,
    PAPERS_ADDED,
    RECEIVED_PROVISIONALLY,
    STILL_PENDING,
    SENT_TO_REVIEW,
    ACCEPTED,
    DECIDED,
    STATEMENT_ADDED,
    REOPENED,
    WITHDRAWN,
    LAPSED,
    ACCEPTANCE_REVOKED,
    DIED,
    /** A limit has passed, and the act that it is for is missing. */
    OVERDUE
}
