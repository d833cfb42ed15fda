package io.tongban.community.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    static Optional<Tier> of(String word) {
        return Arrays.stream(values())
                .filter(tier -> tier.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
