package io.tongban.engine.visibility;

/** Why a fact of a case is another than was entered. */
public enum CorrectionGround {
    /** It was entered wrongly, so the right value was there to be seen all the time. */
    TYPED,
    /** It changed later, and is visible since the applicant or a source told it. */
    CHANGED,
    /** The applicant stated it wrongly, and it is visible since that was found. */
    MISSTATED
}
