package io.tongban.permit.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** As what a person takes an act on a case. */
public enum ActorKind {
    /** The applicant of the case, with their own account. */
    APPLICANT,
    /** Of any window, during a visit that serves the applicant. */
    CLERK,
    /** Of the responsible authority. */
    REVIEWER;

    /** The roles whose act it is. */
    public static List<String> rolesOf(Act act) {
        return Arrays.stream(values()).filter(act::isOf).map(ActorKind::role).toList();
    }

    /** The role that a token of such a person has. */
    public String role() {
        return name().toLowerCase(Locale.ROOT);
    }
}
