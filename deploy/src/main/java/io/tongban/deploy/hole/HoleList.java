package io.tongban.deploy.hole;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The known holes and the exceptions from them.
 *
 * @param dated the day up to which holes were looked for; later ones are not in it
 */
record HoleList(LocalDate dated, List<KnownHole> holes, List<HoleException> exceptions) {

    HoleList {
        holes = List.copyOf(holes);
        exceptions = List.copyOf(exceptions);
    }

    /** Every hole in every component. */
    List<Finding> search(Inventory inventory) {
        return inventory.components().stream()
                .flatMap(component -> holes.stream()
                        .filter(hole -> hole.isIn(component))
                        .map(hole -> new Finding(
                                component,
                                inventory.places(component),
                                hole,
                                exceptions.stream()
                                        .filter(exception -> exception.covers(hole, component))
                                        .max(Comparator.comparing(HoleException::until)))))
                .sorted(Comparator.comparing(
                                (Finding finding) -> finding.component().name())
                        .thenComparing(finding -> finding.component().version())
                        .thenComparing(finding -> finding.hole().id()))
                .toList();
    }

    /** Exceptions that nothing needs any more: the component is gone, or the hole is not in it. */
    List<HoleException> unused(Inventory inventory) {
        return exceptions.stream()
                .filter(exception -> inventory.components().stream()
                        .noneMatch(component -> holes.stream()
                                .anyMatch(hole -> exception.covers(hole, component) && hole.isIn(component))))
                .toList();
    }

    long daysOldOn(LocalDate day) {
        return ChronoUnit.DAYS.between(dated, day);
    }
}
