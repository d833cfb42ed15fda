package io.tongban.permit.publication;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.PublishedStandard;
import io.tongban.engine.library.Standards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published versions as this replica has them: read from the database, and given to everything that assesses.
 *
 * <p>A version that cannot be read here is logged and counted, and nothing is in force in its period: the version before it
 * has ended, on every replica. All others stay in force.
 */
public final class ReplicaStandards {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaStandards.class);

    private final PublishedVersions versions;
    private final Standards standards;
    private final Map<String, PublishedStandard> loaded = new HashMap<>();
    private volatile List<PublishedVersion> known = List.of();
    private volatile Set<String> notLoaded = Set.of();

    ReplicaStandards(PublishedVersions versions, Standards standards, MeterRegistry meters) {
        this.versions = versions;
        this.standards = standards;
        Gauge.builder("tongban.standards.not.loaded", this, replica -> replica.notLoaded.size())
                .description("Published versions that this replica cannot load")
                .register(meters);
    }

    /** Takes what was published since the last time, if anything was; all or nothing for every reader. */
    public synchronized void refresh() {
        if (versions.count() == known.size()) {
            return;
        }
        List<PublishedVersion> all = versions.all();
        Map<String, List<PublishedVersion>> items = all.stream()
                .collect(Collectors.groupingBy(PublishedVersion::item, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> failures = new LinkedHashMap<>();
        List<PublishedStandard> inForce = new ArrayList<>();
        items.forEach((item, ofItem) -> {
            Timeline timeline = Timeline.of(ofItem);
            for (PublishedVersion version : ofItem) {
                if (version.inForceAlone()) {
                    load(version, ofItem, failures);
                    PublishedStandard standard = loaded.get(version.name());
                    if (standard != null) {
                        inForce.add(timeline.period(version.version())
                                .map(period -> standard.endingOn(period.until()))
                                .orElse(standard));
                    }
                }
            }
        });
        standards.replaceWith(inForce);
        failures.keySet().stream()
                .filter(name -> !notLoaded.contains(name))
                .forEach(name -> LOG.error(
                        "The published version {} cannot be loaded, so nothing is in force in its period: {}",
                        name,
                        failures.get(name)));
        notLoaded = Set.copyOf(failures.keySet());
        known = all;
    }

    /** Everything that was published, whether it can be read here or not. */
    public List<PublishedVersion> all() {
        return known;
    }

    private void load(PublishedVersion version, List<PublishedVersion> ofItem, Map<String, String> failures) {
        if (loaded.containsKey(version.name())) {
            return;
        }
        try {
            PublishedStandard standard = PublishedStandard.read(
                    DocumentNode.read(version.name(), version.document()), lower(version, ofItem));
            if (!standard.standard().digest().equals(version.digest())) {
                failures.put(
                        version.name(),
                        "it reads as " + standard.standard().digest() + " here, not as it was published");
            } else if (!saysItself(version)) {
                failures.put(version.name(), "its row says other than its text (item, version, layer, period or role)");
            } else {
                loaded.put(version.name(), standard);
            }
        } catch (RuntimeException unreadable) { // whatever it is, the other versions must stay in force
            failures.put(version.name(), unreadable.toString());
        }
    }

    /** Whether the row of a version says what its text, which was approved, says of itself. */
    private static boolean saysItself(PublishedVersion version) {
        DraftedText text = DraftedText.read(DocumentNode.read(version.name(), version.document()));
        return text.published(
                        version.document(),
                        version.digest(),
                        version.draft(),
                        version.publishedBy(),
                        version.publishedOn())
                .equals(version);
    }

    /** The documents that a version of the item may lie on. */
    private static List<DocumentNode> lower(PublishedVersion version, List<PublishedVersion> ofItem) {
        return ofItem.stream()
                .filter(other -> !other.version().equals(version.version()))
                .map(other -> DocumentNode.read(other.name(), other.document()))
                .toList();
    }
}
