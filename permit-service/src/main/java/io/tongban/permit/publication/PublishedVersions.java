package io.tongban.permit.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All published versions; the database lets none be changed. */
@Repository
public class PublishedVersions {

    private final JdbcClient jdbc;

    PublishedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there are; since none ever goes, it tells whether there is a new one. */
    long count() {
        return jdbc.sql("select count(*) from standard_version")
                .query(Long.class)
                .single();
    }

    /** In an order in which a layer stands before those that were built on it. */
    List<PublishedVersion> all() {
        return jdbc.sql("""
                        select item, version, layer, in_force_alone, in_force_from, in_force_until, document, digest, draft_id,
                            published_by, published_on
                        from standard_version
                        order by published_at, in_force_alone, item, in_force_from, version
                        """).query(PublishedVersions::version).list();
    }

    /** The versions of one item. */
    public List<PublishedVersion> of(String item) {
        return jdbc.sql("""
                        select item, version, layer, in_force_alone, in_force_from, in_force_until, document, digest, draft_id,
                            published_by, published_on
                        from standard_version
                        where item = :item
                        order by in_force_from, version
                        """)
                .param("item", item)
                .query(PublishedVersions::version)
                .list();
    }

    /**
     * Adds a version.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if it was published before, or its period is taken
     */
    public void insert(PublishedVersion published) {
        jdbc.sql("""
                        insert into standard_version (item, version, layer, in_force_alone, in_force_from, in_force_until,
                            document, digest, draft_id, published_by, published_on)
                        values (:item, :version, :layer, :inForceAlone, :from, :until,
                            :document, :digest, :draft, :publishedBy, :publishedOn)
                        """)
                .param("item", published.item())
                .param("version", published.version())
                .param("layer", published.layer())
                .param("inForceAlone", published.inForceAlone())
                .param("from", published.from())
                .param("until", published.until())
                .param("document", published.document())
                .param("digest", published.digest())
                .param("draft", published.draft())
                .param("publishedBy", published.publishedBy())
                .param("publishedOn", published.publishedOn())
                .update();
    }

    /** Until the end of the transaction nobody else drafts, approves or publishes for the item. */
    public void lock(String item) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('standard ' || :item, 0))")
                .param("item", item)
                .query((row, number) -> number)
                .single();
    }

    private static PublishedVersion version(ResultSet row, int number) throws SQLException {
        return new PublishedVersion(
                row.getString("item"),
                row.getString("version"),
                row.getString("layer"),
                row.getBoolean("in_force_alone"),
                row.getObject("in_force_from", LocalDate.class),
                row.getObject("in_force_until", LocalDate.class),
                row.getString("document"),
                row.getString("digest"),
                row.getObject("draft_id", UUID.class),
                row.getString("published_by"),
                row.getObject("published_on", LocalDate.class));
    }
}
