package io.tongban.deploy.hole;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A weakness that is publicly known.
 *
 * @param id the identifier under which it is listed
 * @param aliases its identifiers in other lists
 */
record KnownHole(String id, List<String> aliases, String summary, List<Affected> affected) {

    KnownHole {
        aliases = List.copyOf(aliases);
        affected = List.copyOf(affected);
    }

    boolean isCalled(String identifier) {
        return id.equals(identifier) || aliases.contains(identifier);
    }

    boolean isIn(Component component) {
        return of(component).anyMatch(affected -> affected.contains(component.version()));
    }

    /** The lowest version above the component's own in which the hole is closed, if the list knows one. */
    Optional<String> firstWithout(Component component) {
        return of(component)
                .filter(affected -> affected.contains(component.version()))
                .flatMap(affected -> affected.firstWithout(component.version()).stream())
                .findFirst();
    }

    private Stream<Affected> of(Component component) {
        return affected.stream().filter(affected -> component.isCalled(affected.packageName()));
    }

    /** The versions of one library that have the hole: those in a range, and those listed one by one. */
    record Affected(String packageName, List<VersionRange> ranges, List<String> versions) {

        Affected {
            ranges = List.copyOf(ranges);
            versions = List.copyOf(versions);
        }

        boolean contains(String version) {
            return versions.contains(version) || ranges.stream().anyMatch(range -> range.contains(version));
        }

        Optional<String> firstWithout(String version) {
            return ranges.stream()
                    .filter(range -> range.contains(version))
                    .flatMap(range -> range.firstWithout(version).stream())
                    .findFirst();
        }
    }
}
