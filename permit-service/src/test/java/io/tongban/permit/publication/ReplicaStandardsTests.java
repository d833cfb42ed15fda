package io.tongban.permit.publication;

import static io.tongban.permit.publication.TestEditors.STANDARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.engine.library.NoStandardInForce;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import io.tongban.platform.StartRefused;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.migration.Migration;
import io.tongban.platform.rounds.Rounds;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/** Every replica over one database takes what is published without a restart, and has the same in force. */
@PermitServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ReplicaStandardsTests {

    @Autowired
    private TestWindow window;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PublishedVersions versions;

    @Autowired
    private StandardsLibrary library;

    @Autowired
    private Standards standards;

    @Autowired
    private Environment environment;

    @Autowired
    private BusinessClock businessClock;

    private TestEditors editors;
    private final String item = LibraryCard.newItem();
    private final LibraryCard card = LibraryCard.of(item, "L1", "2016-01-01");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Standards ofTheOther = Standards.of(List.of());

    @BeforeEach
    void editors() {
        clock.reset();
        editors = new TestEditors(window, tokens);
    }

    @Test
    void anotherReplicaTakesANewVersionAndHasTheSameInForce() {
        ReplicaStandards other = new ReplicaStandards(versions, ofTheOther, meters);
        editors.published(card);
        other.refresh();
        assertThat(ofTheOther.inForce(item, LocalDate.of(2018, 1, 1)).version()).isEqualTo("L1");

        editors.published(LibraryCard.of(item, "L2", "2018-01-01").fromAge(5));
        assertThat(ofTheOther.inForce(item, LocalDate.of(2018, 1, 1)).version()).isEqualTo("L1");
        other.refresh();

        assertThat(ofTheOther.inForce(item, LocalDate.of(2018, 1, 1)).version()).isEqualTo("L2");
        assertThat(ofTheOther.inForce(item, LocalDate.of(2017, 12, 31)).version())
                .isEqualTo("L1");
        assertThat(ofTheOther.all())
                .extracting(Standard::reference)
                .containsExactlyElementsOf(
                        standards.all().stream().map(Standard::reference).toList());
    }

    @Test
    void roundsTakeItByThemselvesAndSurviveADatabaseThatIsAway(CapturedOutput output) {
        ReplicaStandards other = new ReplicaStandards(versions, ofTheOther, meters);
        Rounds rounds = PublicationConfiguration.refreshing(other, Duration.ofMillis(20), meters);
        rounds.start();
        try {
            editors.published(card);
            await().until(() -> ofTheOther.all().stream()
                    .anyMatch(standard -> standard.item().equals(item)));

            database.refuseConnections();
            await().until(() ->
                    meters.counter("tongban.standards.refresh.failed").count() > 1);
            assertThat(ofTheOther.inForce(item, LocalDate.of(2018, 1, 1)).version())
                    .isEqualTo("L1");
            database.allowConnections();

            editors.published(LibraryCard.of(item, "L2", "2018-01-01"));
            await().until(() ->
                    ofTheOther.inForce(item, LocalDate.of(2018, 1, 1)).version().equals("L2"));
        } finally {
            database.allowConnections();
            rounds.stop();
        }
        assertThat(rounds.isRunning()).isFalse();
        assertThat(output.getAll().split("New versions of standards cannot be looked for", -1))
                .hasSizeLessThanOrEqualTo(3); // said once by each of two replicas
    }

    @Test
    void whatOneReplicaCannotLoadIsLoggedAndCountedAndTheRestStaysInForce(CapturedOutput output) {
        editors.published(card);
        editors.published(LibraryCard.of(item, "L2", "2018-01-01"));
        ReplicaStandards other = new ReplicaStandards(new VersionsOfALaterService(), ofTheOther, meters);

        other.refresh();
        other.refresh();

        assertThat(meters.get("tongban.standards.not.loaded").gauge().value()).isEqualTo(1);
        assertThat(output.getAll().split("The published version " + item + "/L2 cannot be loaded", -1))
                .hasSize(2);
        assertThat(ofTheOther.inForce(item, LocalDate.of(2017, 12, 31)).version())
                .isEqualTo("L1");
        assertThat(ofTheOther
                        .inForce("residence-permit", LocalDate.of(2017, 4, 6))
                        .version())
                .isEqualTo("R1");
        // Not L1, which has ended on every other replica.
        assertThatExceptionOfType(NoStandardInForce.class)
                .isThrownBy(() -> ofTheOther.inForce(item, LocalDate.of(2018, 1, 1)));
        assertThat(other.all()).extracting(PublishedVersion::name).contains(item + "/L2");
    }

    @Test
    void whatReadsDifferentlyThanItWasPublishedIsNotTaken(CapturedOutput output) {
        editors.published(card);
        ReplicaStandards other = new ReplicaStandards(new VersionsWithOtherDigests(), ofTheOther, meters);

        other.refresh();

        assertThat(output.getAll()).contains(item + "/L1 cannot be loaded").contains("not as it was published");
        assertThat(ofTheOther.all()).isEmpty();
    }

    @Test
    void migrateEntersTheLibraryOnceAndAnotherRunChangesNothing() {
        List<PublishedVersion> before = versions.all();
        assertThat(before)
                .filteredOn(version -> version.publishedBy().equals("library"))
                .extracting(PublishedVersion::version)
                .contains("R1");
        assertThat(window.call()
                        .get(STANDARDS + "/residence-permit")
                        .expect(200)
                        .text())
                .contains("\"R1\"");

        new Migration(database.settingsOfMigrate(environment)).run();
        new FirstLoad(library, versions, new ReplicaStandards(versions, ofTheOther, meters), businessClock)
                .afterSingletonsInstantiated();

        assertThat(versions.all()).isEqualTo(before);
        assertThat(ofTheOther.all())
                .extracting(Standard::reference)
                .isEqualTo(standards.all().stream().map(Standard::reference).toList());
    }

    @Test
    void anItemOfTheLibraryWithoutAVersionRefusesTheStart() {
        PublishedVersions none = new PublishedVersions(database.asRuntime()) {
            @Override
            List<PublishedVersion> all() {
                return List.of();
            }
        };

        assertThatThrownBy(() -> new FirstLoad(
                                library, none, new ReplicaStandards(none, ofTheOther, meters), businessClock)
                        .afterSingletonsInstantiated())
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused).hasMessageContaining("has no published version");
                    assertThat(refused.remedy()).contains("java -jar permit-service.jar migrate");
                });
    }

    @Test
    void aPeriodThatIsNotThatOfTheApprovedTextIsNotTaken(CapturedOutput output) {
        editors.published(card);
        ReplicaStandards other = new ReplicaStandards(new VersionsInForceEarlier(), ofTheOther, meters);

        other.refresh();

        assertThat(output.getAll())
                .contains(item + "/L1 cannot be loaded")
                .contains("its row says other than its text");
        assertThat(ofTheOther.all()).isEmpty();
    }

    /** As somebody entered them who holds the role of the service and wants one in force a year before. */
    private final class VersionsInForceEarlier extends PublishedVersions {

        VersionsInForceEarlier() {
            super(database.asRuntime());
        }

        @Override
        List<PublishedVersion> all() {
            return super.all().stream()
                    .filter(version -> version.item().equals(item))
                    .map(version -> new PublishedVersion(
                            version.item(),
                            version.version(),
                            version.layer(),
                            version.inForceAlone(),
                            version.from().minusYears(1),
                            version.until(),
                            version.document(),
                            version.digest(),
                            version.draft(),
                            version.publishedBy(),
                            version.publishedOn()))
                    .toList();
        }
    }

    /** As a replica sees them that is older than a version in them. */
    private final class VersionsOfALaterService extends PublishedVersions {

        VersionsOfALaterService() {
            super(database.asRuntime());
        }

        @Override
        List<PublishedVersion> all() {
            return super.all().stream()
                    .map(version -> version.name().equals(item + "/L2")
                            ? withDocument(version, version.document() + "newKey: of a later language\n")
                            : version)
                    .toList();
        }
    }

    /** As a replica sees them that computes digests in another way. */
    private final class VersionsWithOtherDigests extends PublishedVersions {

        VersionsWithOtherDigests() {
            super(database.asRuntime());
        }

        @Override
        List<PublishedVersion> all() {
            return super.all().stream()
                    .map(version -> withDocument(version, version.document().replace("第三条", "第四条")))
                    .filter(version -> version.item().equals(item))
                    .toList();
        }
    }

    private static PublishedVersion withDocument(PublishedVersion version, String document) {
        return new PublishedVersion(
                version.item(),
                version.version(),
                version.layer(),
                version.inForceAlone(),
                version.from(),
                version.until(),
                document,
                version.digest(),
                version.draft(),
                version.publishedBy(),
                version.publishedOn());
    }
}
