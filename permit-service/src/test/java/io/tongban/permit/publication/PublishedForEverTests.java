package io.tongban.permit.publication;

import static io.tongban.permit.publication.TestEditors.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;

/** The database itself keeps what was published, and lets no step be left out, whatever the service does. */
@PermitServiceTest
class PublishedForEverTests {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String RESTRICT_VIOLATION = "23001";
    private static final String EXCLUSION_VIOLATION = "23P01";

    @Autowired
    private TestWindow window;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDatabase database;

    private TestEditors editors;
    private final LibraryCard card = LibraryCard.of(LibraryCard.newItem(), "L1", "2016-01-01");

    @BeforeEach
    void editors() {
        clock.reset();
        editors = new TestEditors(window, tokens);
    }

    @Test
    void theServiceMayOnlyReadAndAdd() {
        assertThat(List.of(
                        "update standard_version set document = 'another'",
                        "update standard_version set in_force_until = '2030-01-01'",
                        "delete from standard_version",
                        "truncate standard_version",
                        "alter table standard_version disable trigger all",
                        "alter table standard_version drop constraint standard_version_item_never_twice",
                        "update standard_draft set document = 'another'",
                        "delete from standard_draft",
                        "update standard_step set actor = 'zhou'",
                        "delete from standard_step",
                        "update standard_draft_suite set document = 'cases: []'",
                        "drop table standard_step"))
                .allSatisfy(rewriting -> assertRefused(
                        INSUFFICIENT_PRIVILEGE,
                        () -> database.asRuntime().sql(rewriting).update()));
    }

    @Test
    void notEvenTheOwnerRewritesInPassing() {
        editors.published(card);

        assertThat(List.of(
                        "update standard_version set document = 'another'",
                        "delete from standard_version",
                        "truncate standard_version",
                        "update standard_draft set document = 'another'",
                        "delete from standard_draft",
                        "truncate standard_draft cascade",
                        "update standard_step set actor = 'zhou'",
                        "delete from standard_step",
                        "truncate standard_step",
                        "update standard_draft_suite set document = 'cases: []'",
                        "delete from standard_draft_suite",
                        "truncate standard_draft_suite"))
                .allSatisfy(rewriting -> assertRefused(
                        RESTRICT_VIOLATION,
                        () -> database.asOwner().sql(rewriting).update()));
    }

    @Test
    void nothingIsPublishedThatWasNotApproved() {
        editors.draft("lin", card).expect(201);
        editors.check(card).expect(200);
        editors.test(card).expect(200);

        assertRefused(RESTRICT_VIOLATION, () -> publish(card, "document"));
        editors.approve("zhou", card).expect(200);
        assertRefused(RESTRICT_VIOLATION, () -> publish(card, "document || '# another text'"));
        editors.draft("lin", card.fromAge(5)).expect(201);
        assertRefused(RESTRICT_VIOLATION, () -> publish(card, "document"));
    }

    /** Each as the service's role alone could try it, with an approved draft at hand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        without the step of publication        | -    | lin | 2017-04-06
        in another name                        | zhou | lin | 2017-04-06
        for another day                        | lin  | lin | 2017-04-05
        """)
    void nothingIsPublishedBesideItsLastStep(String how, String step, String publisher, String day) {
        editors.approved(card);
        if (!step.equals("-")) {
            step("PUBLISHED", step);
        }

        assertRefused(RESTRICT_VIOLATION, () -> publish(card, "document", publisher, day));
    }

    @Test
    void theServiceEntersNothingThatCameWithoutADraft() {
        assertRefused(
                RESTRICT_VIOLATION,
                () -> database.asRuntime().sql("""
                        insert into standard_version (item, version, layer, in_force_alone, in_force_from, document, digest,
                            published_by, published_on)
                        values (:item, 'L1', 'city', true, '2016-01-01', 'item: none', 'sha256:' || repeat('0', 64),
                            'library', '2017-04-06')
                        """).param("item", card.item()).update());
    }

    @Test
    void aTemporaryTableOfTheNameThatATriggerReadsChangesNothing() {
        assertRefused(RESTRICT_VIOLATION, () -> {
            try (Connection service =
                            DriverManager.getConnection(database.url(), database.runtimeRole(), database.password());
                    Statement statement = service.createStatement()) {
                statement.execute("create temporary table pg_class as"
                        + " select 'public.standard_version'::regclass::oid as oid, current_user::regrole as relowner");
                statement.execute("create temporary table standard_version (item text, published_at timestamptz)");
                statement.execute("""
                        insert into public.standard_version (item, version, layer, in_force_alone, in_force_from, document,
                            digest, published_by, published_on)
                        values ('%s', 'L1', 'city', true, '2016-01-01', 'item: none', 'sha256:' || repeat('0', 64),
                            'library', '2017-04-06')
                        """.formatted(card.item()));
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        insert into standard_step (draft_id, step, actor, at, business_on) select id, 'VALIDATED', 'lin', now() - interval '1 day', '2017-04-06' from standard_draft where item = :item
        insert into standard_step (draft_id, step, actor, at, business_on) select id, 'VALIDATED', 'lin', now() + interval '1 day', '2017-04-06' from standard_draft where item = :item
        insert into standard_draft (item, version, layer, revision, document, drafted_by, drafted_at) select item, version, layer, 2, document, 'lin', now() - interval '1 day' from standard_draft where item = :item
        insert into standard_draft (item, version, layer, revision, document, drafted_by, drafted_at) select item, version, layer, 9, document, 'lin', now() from standard_draft where item = :item
        insert into standard_draft_suite (draft_id, position, document) select id, 20, 'cases: []' from standard_draft where item = :item
        """)
    void nothingIsDatedBackOrSlippedIn(String slipping) {
        editors.draft("lin", card).expect(201);

        assertRefused(
                RESTRICT_VIOLATION,
                () -> database.asRuntime()
                        .sql(slipping)
                        .param("item", card.item())
                        .update());
    }

    @Test
    void anItemThatHasVersionsGetsNoneWithoutADraft() {
        editors.published(card);

        assertRefused(
                RESTRICT_VIOLATION,
                () -> database.asOwner().sql("""
                        insert into standard_version (item, version, layer, in_force_alone, in_force_from, document, digest,
                            published_by, published_on)
                        select item, 'L2', layer, true, '2030-01-01', document, digest, 'library', published_on
                        from standard_version where item = :item
                        """).param("item", card.item()).update());
    }

    @Test
    void twoPeriodsDoNotOverlapWhoeverWritesThem() {
        LibraryCard first = card.until("2018-01-01", "2018-12-31");
        LibraryCard second = LibraryCard.of(card.item(), "L2", "2018-12-31");
        editors.approved(first);
        editors.approved(second);
        editors.publish(first).expect(200);
        step("PUBLISHED", "lin", second.version());

        assertRefused(EXCLUSION_VIOLATION, () -> publish(second, "document"));
    }

    @Test
    void aDraftThatIsApprovedHasEveryStepAndAnotherApprover() {
        editors.draft("lin", card).expect(201);

        assertRefused(RESTRICT_VIOLATION, () -> step("TESTED", "lin"));
        assertRefused(RESTRICT_VIOLATION, () -> step("APPROVED", "zhou"));
        step("VALIDATED", "lin");
        step("TESTED", "lin");
        assertRefused(RESTRICT_VIOLATION, () -> step("APPROVED", "lin"));
        assertRefused(RESTRICT_VIOLATION, () -> step("PUBLISHED", "lin"));
        step("APPROVED", "zhou");
        assertRefused(RESTRICT_VIOLATION, () -> step("TESTED", "lin"));
        assertThat(editors.editor("lin").get(path(card) + "/draft").at("/state"))
                .isEqualTo("APPROVED");
    }

    private void step(String step, String actor) {
        step(step, actor, card.version());
    }

    private void step(String step, String actor, String version) {
        database.asRuntime()
                .sql("""
                        insert into standard_step (draft_id, step, actor, at, business_on, reason)
                        select id, :step, :actor, now(), '2017-04-06', null from standard_draft
                        where item = :item and version = :version
                        """)
                .param("step", step)
                .param("version", version)
                .param("actor", actor)
                .param("item", card.item())
                .update();
    }

    private void publish(LibraryCard published, String document) {
        publish(published, document, "lin", "2017-04-06");
    }

    private void publish(LibraryCard published, String document, String publisher, String day) {
        database.asRuntime()
                .sql("""
                        insert into standard_version (item, version, layer, in_force_alone, in_force_from, document, digest,
                            draft_id, published_by, published_on)
                        select item, version, layer, true, cast(:from as date), %s, 'sha256:' || repeat('0', 64), id, :publisher,
                            cast(:day as date)
                        from standard_draft where item = :item and version = :version and revision = 1
                        """.formatted(document))
                .param("publisher", publisher)
                .param("day", day)
                .param("from", "2018-12-31")
                .param("item", published.item())
                .param("version", published.version())
                .update();
    }

    private static void assertRefused(String sqlState, ThrowingCallable writing) {
        assertThatThrownBy(writing)
                .extracting(NestedExceptionUtils::getMostSpecificCause)
                .asInstanceOf(InstanceOfAssertFactories.throwable(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(sqlState);
    }
}
