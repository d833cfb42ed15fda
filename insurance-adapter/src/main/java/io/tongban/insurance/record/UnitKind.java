package io.tongban.insurance.record;

/** What stands behind a unit code: a real employer or one of a bureau's special accounts. */
public enum UnitKind {
    EMPLOYER,
    /** The account of flexible workers. */
    FLEXIBLE,
    /** The unemployment agency. */
    AGENCY,
    /** The fictitious employer that carries months taken over from another area. */
    PLACEHOLDER
}
