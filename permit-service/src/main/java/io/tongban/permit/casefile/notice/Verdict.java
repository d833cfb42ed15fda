package io.tongban.permit.casefile.notice;

/** Why a later notice asks for what the one before did not. */
public enum Verdict {
    /** It could have been named before: a breach of the rule of one notice. */
    BREACH,
    /** A day has passed that the notice announced. */
    DATE,
    /** A source answers otherwise. */
    SOURCE,
    /** Something of the case became visible after the notice. */
    FACT,
    /** The standard changed. */
    STANDARD
}
