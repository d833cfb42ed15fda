package io.tongban.community.ticket;

import java.util.Set;

/** Who takes a ticket: for themselves, or for whoever stands at the window or the ticket machine. */
public enum Taker {
    APPLICANT,
    CLERK,
    DEVICE;

    /** By the roles of an account: an applicant first, whoever else it is, since for oneself one ticket is enough. */
    public static Taker of(Set<String> roles) {
        if (roles.contains("applicant")) {
            return APPLICANT;
        }
        return roles.contains("clerk") ? CLERK : DEVICE;
    }
}
