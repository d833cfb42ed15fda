package io.tongban.community.permitservice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the standards of an item name their criteria, as permit-service published them; read again from time to time. */
public final class CriterionNames {

    private static final Logger LOG = LoggerFactory.getLogger(CriterionNames.class);

    /** What is so young is not read again, however often it does not fit. */
    private static final Duration JUST_NOW = Duration.ofSeconds(10);

    private final PermitService permitService;
    private final Duration keptFor;
    private final Clock systemClock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    CriterionNames(PermitService permitService, Duration keptFor, Clock systemClock) {
        this.permitService = permitService;
        this.keptFor = keptFor;
        this.systemClock = systemClock;
    }

    /**
     * Those of all versions.
     *
     * @param wanted where what was read does not name all of these, it is read again first: a version may just have been published
     * @return empty if they cannot be read now; none for an item without a standard
     */
    public Optional<ItemCriteria> of(String item, Collection<String> wanted) {
        @Nullable Held known = held.get(item);
        Instant now = systemClock.instant();
        if (known != null
                && now.isBefore(
                        known.readAt().plus(known.criteria().outside(wanted).isEmpty() ? keptFor : JUST_NOW))) {
            return Optional.of(known.criteria());
        }
        try {
            ItemCriteria read = permitService.criteria(item);
            held.put(item, new Held(read, now));
            return Optional.of(read);
        } catch (RuntimeException away) { // a visit must end whatever permit-service does
            LOG.warn(
                    "The criteria of {} cannot be read: {}",
                    item,
                    away.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private record Held(ItemCriteria criteria, Instant readAt) {}
}
