package io.tongban.permit.publication.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.engine.canonical.CanonicalJson;
import io.tongban.engine.library.Standards;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.Standard;
import io.tongban.permit.publication.PublishedVersion;
import io.tongban.permit.publication.Timeline;
import io.tongban.permit.publication.Timeline.Gap;
import io.tongban.permit.publication.Timeline.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What everybody is answered about what is published. */
final class StandardsAnswers {

    /** An item that had more would be read version by version; none has in a lifetime. */
    private static final int MOST_VERSIONS = 500;

    private StandardsAnswers() {}

    /**
     * An item with its versions, the newest first.
     *
     * @param name as its newest version calls it; null when this replica could load none
     * @param gaps days, between two versions or after the last, on which none is in force
     */
    record ItemAnswer(
            String item,

            @Schema(description = "As its newest version calls it; null when this replica could load none.") @Nullable
            Text name,

            @Schema(description = "The newest first.") List<VersionAnswer> versions,

            @Schema(description = "Days on which no version is in force.")
            List<Gap> gaps) {

        static ItemAnswer of(String item, List<PublishedVersion> published, Standards standards) {
            Timeline timeline = Timeline.of(published);
            return new ItemAnswer(
                    item,
                    standards.all().stream()
                            .filter(standard -> standard.item().equals(item))
                            .max(Comparator.comparing(Standard::inForceFrom))
                            .map(Standard::name)
                            .orElse(null),
                    published.stream()
                            .sorted(Comparator.comparing(PublishedVersion::from)
                                    .thenComparing(PublishedVersion::inForceAlone)
                                    .reversed())
                            .limit(MOST_VERSIONS)
                            .map(version -> VersionAnswer.of(version, timeline))
                            .toList(),
                    timeline.gaps());
        }
    }

    /**
     * A published version.
     *
     * @param base whether only others build on it, and it is never in force alone
     * @param from first day in force
     * @param until last day in force, included; null: until the next version begins
     * @param digest of the effective standard; null for a base
     */
    record VersionAnswer(
            String version,
            String layer,

            @Schema(description = "Whether only others build on it, and it is never in force alone.")
            boolean base,

            LocalDate from,

            @Schema(description = "The last day in force; null: until the next version begins.") @Nullable
            LocalDate until,

            @Schema(description = "Of the effective standard; null for a base.") @Nullable
            String digest,

            LocalDate publishedOn) {

        static VersionAnswer of(PublishedVersion version, Timeline timeline) {
            Period period = timeline.period(version.version())
                    .orElse(new Period(version.version(), version.from(), version.until()));
            return new VersionAnswer(
                    version.version(),
                    version.layer(),
                    !version.inForceAlone(),
                    period.from(),
                    period.until(),
                    version.digest(),
                    version.publishedOn());
        }
    }

    /**
     * What is in force on a day.
     *
     * @param digest over every version that this replica has, so that one published ahead shows before its first day
     * @param items one version of each item, by item
     */
    record InForceAnswer(
            LocalDate on,

            @Schema(description = "Over every version that this replica has, those of later days too.")
            String digest,

            @Schema(description = "One version of each item, by item.")
            List<InForce> items) {

        static InForceAnswer of(LocalDate on, List<Standard> standards) {
            List<InForce> items = standards.stream()
                    .filter(standard -> standard.isInForce(on))
                    .sorted(Comparator.comparing(Standard::item))
                    .map(standard -> new InForce(
                            standard.item(),
                            standard.version(),
                            standard.digest(),
                            standard.inForceFrom(),
                            standard.inForceUntil()))
                    .toList();
            List<Map<String, String>> loaded = standards.stream()
                    .sorted(Comparator.comparing(Standard::item).thenComparing(Standard::version))
                    .map(standard -> Map.of(
                            "item", standard.item(),
                            "version", standard.version(),
                            "digest", standard.digest(),
                            "from", standard.inForceFrom().toString(),
                            "until", String.valueOf(standard.inForceUntil())))
                    .toList();
            return new InForceAnswer(on, CanonicalJson.digest(CanonicalJson.of(loaded)), items);
        }
    }

    /** A version in force; {@code until} is null until the next version is published. */
    record InForce(
            String item,
            String version,
            String digest,
            LocalDate from,
            @Nullable LocalDate until) {}
}
