package io.tongban.gateway.lane;

import io.tongban.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the ways through the gateway; a flood in one leaves the others their share. */
public enum Lane {
    CITY,
    DISTRICT,
    STREET,
    COMMUNITY,
    /** Applicants. */
    ONLINE,
    /** Other systems, with client credentials. */
    PARTNER,
    /** Whoever shows no token, or none that is good. */
    PUBLIC;

    private static final Set<Lane> TIERS = Set.of(CITY, DISTRICT, STREET, COMMUNITY);
    private static final Set<String> STAFF = Set.of(
            "clerk",
            "reviewer",
            "supervisor",
            "tier-admin",
            "standards-editor",
            "standards-approver",
            "auditor",
            "device");

    /** The lane that a request is in. */
    public static Lane of(HttpServletRequest request) {
        return Objects.requireNonNullElse((Lane) request.getAttribute(Lane.class.getName()), PUBLIC);
    }

    /** The name in settings, metrics and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Staff and their machines go by their tier (without one: district), then applicants, then partners; an account without a role is the public. */
    static Lane of(Caller caller) {
        if (STAFF.stream().anyMatch(caller::hasRole)) {
            return ofTier(caller.tier());
        }
        if (caller.hasRole("applicant")) {
            return ONLINE;
        }
        return caller.hasRole("api-consumer") ? PARTNER : PUBLIC;
    }

    void mark(HttpServletRequest request) {
        request.setAttribute(Lane.class.getName(), this);
    }

    private static Lane ofTier(@Nullable String tier) {
        return Arrays.stream(values())
                .filter(lane -> TIERS.contains(lane) && lane.word().equals(tier))
                .findFirst()
                .orElse(DISTRICT);
    }
}
