package io.tongban.community.permitservice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the standards of an item name their criteria, as permit-service published them; read again from time to time. */
public final class CriterionNames {

    private static final Logger LOG = LoggerFactory.getLogger(CriterionNames.class);

    private final PermitService permitService;
    private final Duration keptFor;
    private final Clock systemClock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    CriterionNames(PermitService permitService, Duration keptFor, Clock systemClock) {
        this.permitService = permitService;
        this.keptFor = keptFor;
        this.systemClock = systemClock;
    }

    /** Those of any version; empty if they cannot be read now, or the item has no standard. */
    public Optional<Set<String>> of(String item) {
        @Nullable Held known = held.get(item);
        Instant now = systemClock.instant();
        if (known != null && now.isBefore(known.readAt().plus(keptFor))) {
            return Optional.of(known.names());
        }
        try {
            Set<String> names = Set.copyOf(permitService.criteria(item));
            if (names.isEmpty()) {
                return Optional.empty();
            }
            held.put(item, new Held(names, now));
            return Optional.of(names);
        } catch (RuntimeException away) { // a visit must end whatever permit-service does
            LOG.warn(
                    "The criteria of {} cannot be read: {}",
                    item,
                    away.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** What was read, and when. */
    private record Held(Set<String> names, Instant readAt) {}
}
