package io.tongban.permit.casefile.permit;

/** Whether a permit can be used. */
public enum PermitState {
    VALID,
    /** Not endorsed in time (使用功能中止); an endorsement restores it. */
    SUSPENDED,
    /** Cancelled (注销). */
    ENDED,
    /** Taken back by the authority (撤销). */
    REVOKED
}
