package io.tongban.sandbox.fault;

/**
 * Somebody whom the stand-in for bureaux knows, with what they bring.
 *
 * @param unit of the labour contract, as the bureau writes it
 */
public record Applicant(String name, String idNumber, String unit) {

    /**
     * Somebody new of those whom the stand-in knows by the beginning of their number.
     *
     * @param idNumber begins with 339998
     */
    public static Applicant newcomer(String idNumber) {
        return new Applicant("新市民", idNumber, "30010003");
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Applicant[hidden]";
    }
}
