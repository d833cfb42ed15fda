package io.tongban.permit.publication;

import io.tongban.engine.library.StandardsLibrary;
import io.tongban.platform.StartRefused;
import io.tongban.platform.clock.BusinessClock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Before the service answers anybody: loads what is published, and says where the library differs. The database is the truth, and a
 * later library changes nothing by itself.
 */
final class FirstLoad implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);

    private final StandardsLibrary library;
    private final PublishedVersions versions;
    private final ReplicaStandards replica;
    private final BusinessClock clock;

    FirstLoad(StandardsLibrary library, PublishedVersions versions, ReplicaStandards replica, BusinessClock clock) {
        this.library = library;
        this.versions = versions;
        this.replica = replica;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<PublishedVersion> published = versions.all();
        LibraryVersions.of(library, clock.today()).forEach((item, ofLibrary) -> compare(item, ofLibrary, published));
        replica.refresh();
    }

    private static void compare(String item, List<PublishedVersion> ofLibrary, List<PublishedVersion> published) {
        if (published.stream().noneMatch(version -> version.item().equals(item))) {
            throw new StartRefused(
                    "The item " + item + " of the library has no published version.",
                    "Run `java -jar permit-service.jar migrate` with the jar of this release and the same library, then start"
                            + " again.");
        }
        for (PublishedVersion version : ofLibrary) {
            boolean there = published.stream()
                    .anyMatch(other -> other.name().equals(version.name())
                            && other.document().equals(version.document()));
            if (!there) {
                LOG.warn(
                        "{} of the library is not what is published; a new version is published through the API",
                        version.name());
            }
        }
    }
}
