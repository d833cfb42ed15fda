package io.tongban.permit.publication.draft;

import io.tongban.permit.publication.PublicationProblem;
import io.tongban.platform.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All drafts with their steps; the database lets none be changed, and no step be left out. */
@Repository
public class Drafts {

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest revision for a version. */
    public Draft newest(String item, String version) {
        return find(item, version)
                .orElseThrow(() -> Problem.of(PublicationProblem.DRAFT_UNKNOWN)
                        .withSent("item", item)
                        .withSent("version", version));
    }

    Optional<Draft> find(String item, String version) {
        return jdbc.sql("""
                        select id, item, version, layer, revision, document, drafted_by, drafted_at
                        from standard_draft
                        where item = :item and version = :version
                        order by revision desc
                        limit 1
                        """)
                .param("item", item)
                .param("version", version)
                .query(Drafts::draft)
                .optional()
                .map(draft -> draft.with(suites(draft.id()), steps(draft.id())));
    }

    /** Whether somebody had a hand in any revision of the version. */
    boolean wasDraftedBy(Draft draft, String actor) {
        return jdbc.sql("""
                        select exists (
                            select from standard_draft
                            where item = :item and version = :version and drafted_by = :actor)
                        """)
                .param("item", draft.item())
                .param("version", draft.version())
                .param("actor", actor)
                .query(Boolean.class)
                .single();
    }

    /** The newest revision of each version that is not published yet, after {@code item/version}. */
    public List<DraftSummary> open(@Nullable String after, int limit) {
        return jdbc.sql("""
                        select item, version, layer, revision, drafted_by, drafted_at, state
                        from (select distinct on (item, version) draft.*,
                                  coalesce((select step
                                            from standard_step
                                            where draft_id = draft.id
                                            order by array_position(:order, step) desc
                                            limit 1), 'DRAFT') as state
                              from standard_draft draft
                              where item || '/' || version > :after
                              order by item, version, revision desc) newest
                        where state <> 'PUBLISHED'
                        order by item || '/' || version
                        limit :limit
                        """)
                .param("order", new String[] {"VALIDATED", "TESTED", "APPROVED", "REJECTED", "PUBLISHED"})
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(Drafts::summary)
                .list();
    }

    void insert(Draft draft) {
        jdbc.sql("""
                        insert into standard_draft (id, item, version, layer, revision, document, drafted_by, drafted_at)
                        values (:id, :item, :version, :layer, :revision, :document, :draftedBy, :draftedAt)
                        """)
                .param("id", draft.id())
                .param("item", draft.item())
                .param("version", draft.version())
                .param("layer", draft.layer())
                .param("revision", draft.revision())
                .param("document", draft.document())
                .param("draftedBy", draft.draftedBy())
                .param("draftedAt", draft.draftedAt().atOffset(ZoneOffset.UTC))
                .update();
        for (int i = 0; i < draft.suites().size(); i++) {
            jdbc.sql(
                            "insert into standard_draft_suite (draft_id, position, document) values (:draft, :position, :document)")
                    .param("draft", draft.id())
                    .param("position", i + 1)
                    .param("document", draft.suites().get(i))
                    .update();
        }
    }

    void insert(Draft draft, DraftStep step) {
        jdbc.sql("""
                        insert into standard_step (draft_id, step, actor, at, business_on, reason)
                        values (:draft, :step, :actor, :at, :on, :reason)
                        """)
                .param("draft", draft.id())
                .param("step", step.state().name())
                .param("actor", step.actor())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("on", step.on())
                .param("reason", step.reason())
                .update();
    }

    UUID newId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    private List<String> suites(UUID draft) {
        return jdbc.sql("select document from standard_draft_suite where draft_id = :draft order by position")
                .param("draft", draft)
                .query(String.class)
                .list();
    }

    private List<DraftStep> steps(UUID draft) {
        return jdbc
                .sql("select step, actor, at, business_on, reason from standard_step where draft_id = :draft")
                .param("draft", draft)
                .query(Drafts::step)
                .list()
                .stream()
                .sorted((one, other) -> one.state().compareTo(other.state()))
                .toList();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("item"),
                row.getString("version"),
                row.getString("layer"),
                row.getInt("revision"),
                row.getString("document"),
                List.of(),
                row.getString("drafted_by"),
                instant(row, "drafted_at"),
                List.of());
    }

    private static DraftSummary summary(ResultSet row, int number) throws SQLException {
        return new DraftSummary(
                row.getString("item"),
                row.getString("version"),
                row.getString("layer"),
                row.getInt("revision"),
                DraftState.valueOf(row.getString("state")),
                row.getString("drafted_by"),
                instant(row, "drafted_at"));
    }

    private static DraftStep step(ResultSet row, int number) throws SQLException {
        return new DraftStep(
                DraftState.valueOf(row.getString("step")),
                row.getString("actor"),
                instant(row, "at"),
                row.getObject("business_on", LocalDate.class),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
