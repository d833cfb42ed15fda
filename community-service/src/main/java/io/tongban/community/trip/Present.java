package io.tongban.community.trip;

/** Who was at the window when a visit was opened. */
public enum Present {
    APPLICANT,
    REPRESENTATIVE,
    /** A helper who carries a paper. */
    OTHER,
    /** A clerk's act on the file alone. */
    NOBODY;

    /** Whether somebody had to come for the visit. */
    boolean isSomebody() {
        return this != NOBODY;
    }
}
