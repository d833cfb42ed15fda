package io.tongban.sandbox;

import java.util.Map;

/** The applicants of the sandbox; they are invented. */
public final class Cast {

    private Cast() {}

    /** The identity number of each applicant by sign-in name. */
    public static Map<String, String> applicants() {
        return Map.of("jiang", "339999198805140011", "li", "339999199209230023");
    }
}
