package io.tongban.deploy.hole;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A component in which a hole is known.
 *
 * @param places where the component was found
 * @param exception the one that was made for it, whether it still holds or not
 */
record Finding(Component component, List<String> places, KnownHole hole, Optional<HoleException> exception) {

    Finding {
        places = List.copyOf(places);
    }

    boolean isOpenOn(LocalDate day) {
        return exception.filter(made -> made.holdsOn(day)).isEmpty();
    }

    /** For the one who has to mend it: the component, its version, the hole, and the first version without it. */
    String described() {
        return "%s in %s (%s), %s: %s%s"
                .formatted(
                        hole.id(),
                        component,
                        places.getFirst() + (places.size() == 1 ? "" : " and " + (places.size() - 1) + " more"),
                        hole.firstWithout(component)
                                .map(version -> "closed in " + version)
                                .orElse("no version without it is known"),
                        hole.summary(),
                        exception
                                .map(made -> " [excepted until " + made.until() + ": " + made.reason() + "]")
                                .orElse(""));
    }
}
