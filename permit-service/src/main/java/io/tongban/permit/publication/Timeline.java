package io.tongban.permit.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the versions of one item are in force: one without an end ends on the day before the next begins.
 *
 * @param periods in their order; none touches a day of another
 */
public record Timeline(List<Period> periods) {

    /**
     * When one version is in force.
     *
     * @param until last day, included; null: nothing follows yet
     */
    public record Period(
            String version, LocalDate from, @Nullable LocalDate until) {}

    /**
     * Days between two versions, or after the last, on which none is in force.
     *
     * @param until last day, included; null: nothing follows yet
     */
    public record Gap(LocalDate from, @Nullable LocalDate until) {}

    public Timeline {
        periods = List.copyOf(periods);
    }

    /** Layers that are never in force alone have no part in it. */
    public static Timeline of(Collection<PublishedVersion> versionsOfAnItem) {
        List<PublishedVersion> versions = versionsOfAnItem.stream()
                .filter(PublishedVersion::inForceAlone)
                .sorted(Comparator.comparing(PublishedVersion::from))
                .toList();
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            PublishedVersion version = versions.get(i);
            LocalDate until = version.until();
            if (until == null && i + 1 < versions.size()) {
                until = versions.get(i + 1).from().minusDays(1);
            }
            periods.add(new Period(version.version(), version.from(), until));
        }
        return new Timeline(periods);
    }

    public Optional<Period> period(String version) {
        return periods.stream()
                .filter(period -> period.version().equals(version))
                .findFirst();
    }

    /** The gaps with their dates; before the first version there is none. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            LocalDate until = periods.get(i).until();
            if (until == null) {
                continue;
            }
            LocalDate next = i + 1 < periods.size() ? periods.get(i + 1).from() : null;
            if (next == null) {
                gaps.add(new Gap(until.plusDays(1), null));
            } else if (until.plusDays(1).isBefore(next)) {
                gaps.add(new Gap(until.plusDays(1), next.minusDays(1)));
            }
        }
        return gaps;
    }

    /**
     * A published version that leaves no room for another: both have an end and share days, or one begins while the other,
     * which has an end, is in force, or both begin on the same day.
     */
    public static Optional<PublishedVersion> taken(Collection<PublishedVersion> published, PublishedVersion next) {
        return published.stream()
                .filter(other -> other.item().equals(next.item()))
                .filter(other -> other.layer().equals(next.layer()) || (other.inForceAlone() && next.inForceAlone()))
                .filter(other -> !lastOwnDay(other).isBefore(next.from())
                        && !lastOwnDay(next).isBefore(other.from()))
                .min(Comparator.comparing(PublishedVersion::from));
    }

    /** A version without an end gives way, so only its first day is its own for certain. */
    private static LocalDate lastOwnDay(PublishedVersion version) {
        LocalDate until = version.until();
        return until == null ? version.from() : until;
    }
}
