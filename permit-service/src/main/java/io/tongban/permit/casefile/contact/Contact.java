package io.tongban.permit.casefile.contact;

import io.tongban.platform.problem.Language;

/** Where an applicant wants to be told, and in which language. */
public record Contact(String phone, Language language) {

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Contact[hidden]";
    }
}
