package io.tongban.permit.assessment;

/** Who applies. */
public record Applicant(String name, IdentityNumber idNumber) {

    @Override
    public String toString() {
        return "Applicant[hidden]";
    }
}
