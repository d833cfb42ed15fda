package io.tongban.permit.casefile.notice;

/** Why a notice follows a look; of several reasons the first. */
public enum NoticeReason {
    /** It is the first of the chain. */
    FIRST,
    /** A case that was received provisionally settled otherwise. */
    SETTLED_OTHERWISE,
    /** The latest notice does not cover every point. */
    NEW_POINT,
    /** The ready date is later than the latest notice told. */
    LATER_DATE,
    /** A paper ends before the ready date, and no notice announced its last day. */
    NEW_LAST_DAY
}
