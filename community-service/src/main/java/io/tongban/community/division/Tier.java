package io.tongban.community.division;

import java.util.Locale;

/** The tiers of the service network, from the city down. */
public enum Tier {
    CITY,
    DISTRICT,
    STREET,
    COMMUNITY;

    /** As tokens and visit passes say it. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
