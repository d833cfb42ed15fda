package io.tongban.permit.casefile;

/**
 * What the applicant has to say on record.
 *
 * @param text in the applicant's own words, or what was demanded of them
 */
public record Statement(Kind kind, String text) {

    /** What it is about. */
    public enum Kind {
        /** Anything that the applicant wants to be on record. */
        REMARK,
        /** Something was demanded of the applicant. */
        DEMANDED
    }

    /** Shows no words of the person. */
    @Override
    public String toString() {
        return "Statement[" + kind + "]";
    }
}
