package io.tongban.deploy.hole;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * The versions of a library that have a hole, as the OSV schema tells them: by the versions at which it comes and goes.
 *
 * <p>Source: OSV schema 1.6, "affected[].ranges[]", evaluation. Versions are ordered as Maven orders them.
 */
record VersionRange(List<Event> events) {

    VersionRange {
        if (events.stream().noneMatch(event -> event.kind() == Kind.INTRODUCED)) {
            throw new IllegalArgumentException("a range names no version in which the hole was introduced");
        }
        events = events.stream()
                .sorted(Comparator.comparing((Event event) -> order(event.version()))
                        .thenComparing(Event::kind))
                .toList();
    }

    boolean contains(String version) {
        boolean isOpen = false;
        for (Event event : events) {
            int distance = order(version).compareTo(order(event.version()));
            switch (event.kind()) {
                case INTRODUCED -> isOpen |= distance >= 0;
                case FIXED -> isOpen &= distance < 0;
                case LAST_AFFECTED -> isOpen &= distance <= 0;
            }
        }
        return isOpen;
    }

    /** The lowest version above this one in which the hole is closed, if the range names one. */
    Optional<String> firstWithout(String version) {
        return events.stream()
                .filter(event -> event.kind() == Kind.FIXED)
                .map(Event::version)
                .filter(fixed -> order(fixed).compareTo(order(version)) > 0)
                .findFirst();
    }

    private static ComparableVersion order(String version) {
        return new ComparableVersion(version);
    }

    /** What happens to the hole at a version; one that is closed and opened at the same version is open. */
    enum Kind {
        FIXED,
        LAST_AFFECTED,
        INTRODUCED
    }

    /** The hole comes or goes. */
    record Event(Kind kind, String version) {}
}
