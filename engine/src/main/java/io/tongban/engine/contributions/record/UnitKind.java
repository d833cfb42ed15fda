package io.tongban.engine.contributions.record;

/** What stands behind the unit of a row. */
public enum UnitKind {
    EMPLOYER,
    /** The account of flexible workers. */
    FLEXIBLE,
    /** The unemployment agency. */
    AGENCY,
    /** 转移虚拟单位: carries months taken over from another area, and is nobody's employer. */
    PLACEHOLDER
}
