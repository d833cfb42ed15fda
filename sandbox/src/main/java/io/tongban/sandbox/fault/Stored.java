package io.tongban.sandbox.fault;

import io.tongban.sandbox.network.DatabaseAdministrator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the databases have of the cases and visits of some clerks.
 *
 * @param broken cases of which the service itself says that they are not as their ledger tells, or that the chain of the ledger does not
 *     hold
 */
public record Stored(List<Event> events, List<Case> cases, List<Visit> visits, Set<UUID> broken) {

    private static final String CASES = "select id, status, decision from case_file where opened_by = any (?)";

    public Stored {
        events = List.copyOf(events);
        cases = List.copyOf(cases);
        visits = List.copyOf(visits);
        broken = Set.copyOf(broken);
    }

    /** An event of the ledger. */
    record Event(
            UUID caseId, long seq, String type, @Nullable UUID visit) {}

    /**
     * A case's row.
     *
     * @param decision null before it
     */
    public record Case(UUID id, String status, @Nullable String decision) {}

    /** A visit, and whether it has ended. */
    record Visit(UUID id, boolean ended) {}

    /** The events that a step leaves in the ledger, whichever it comes to. */
    static Set<String> typesOf(Step step) {
        return switch (step) {
            case OPEN_CASE -> Set.of("CASE_OPENED");
            case ADD_PAPERS -> Set.of("PAPERS_ADDED");
            case ACCEPT -> Set.of("ACCEPTED", "RECEIVED_PROVISIONALLY", "SENT_TO_REVIEW");
            case DECIDE -> Set.of("DECIDED");
            case OPEN_VISIT, END_VISIT, READ -> Set.of();
        };
    }

    /**
     * Reads it.
     *
     * @param clerks the accounts that opened the cases and the visits
     * @param reviewer who may read the cases
     */
    public static Stored of(
            DatabaseAdministrator databases, Collection<String> clerks, PatientCaller reviewer, Journal journal)
            throws SQLException, InterruptedException {
        List<Event> events = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        try (Connection permit = databases.connect("permit");
                Connection community = databases.connect("community")) {
            read(
                    permit,
                    """
                    select event.case_id, event.seq, event.type, event.visit
                    from ledger_event as event
                        join case_file as file on file.id = event.case_id
                    where file.opened_by = any (?)
                    order by event.case_id, event.seq
                    """,
                    clerks,
                    row -> events.add(new Event(
                            row.getObject(1, UUID.class),
                            row.getLong(2),
                            row.getString(3),
                            row.getObject(4, UUID.class))));
            read(
                    permit,
                    CASES + " order by id",
                    clerks,
                    row -> cases.add(new Case(row.getObject(1, UUID.class), row.getString(2), row.getString(3))));
            read(community, """
                    select visit.id, visit_end.visit_id is not null
                    from visit
                        left join visit_end on visit_end.visit_id = visit.id
                    where visit.clerk = any (?)
                    """, clerks, row -> visits.add(new Visit(row.getObject(1, UUID.class), row.getBoolean(2))));
        }
        Set<UUID> broken = new HashSet<>();
        for (Case file : cases) {
            if (!isSound(file.id(), reviewer, journal)) {
                broken.add(file.id());
            }
        }
        return new Stored(events, cases, visits, broken);
    }

    /** The cases that these clerks opened and nobody has decided yet. */
    public static List<Case> undecided(DatabaseAdministrator databases, Collection<String> clerks) throws SQLException {
        List<Case> cases = new ArrayList<>();
        try (Connection permit = databases.connect("permit")) {
            read(
                    permit,
                    CASES + " and status <> 'DECIDED' order by id",
                    clerks,
                    row -> cases.add(new Case(row.getObject(1, UUID.class), row.getString(2), row.getString(3))));
        }
        return cases;
    }

    /** How many cases were received provisionally. */
    public long waited() {
        return events.stream()
                .filter(event -> event.type().equals("RECEIVED_PROVISIONALLY"))
                .count();
    }

    private static boolean isSound(UUID caseId, PatientCaller reviewer, Journal journal) throws InterruptedException {
        Answered file = reviewer.get("/api/v1/cases/" + caseId, Map.of(), journal);
        Answered ledger = reviewer.get("/api/v1/cases/" + caseId + "/ledger?limit=1", Map.of(), journal);
        return file.body().path("asRecorded").asBoolean(true)
                && ledger.body().path("chain").path("intact").asBoolean(false);
    }

    private static void read(Connection connection, String query, Collection<String> clerks, Row row)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", clerks.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        }
    }

    /** What is made of a row. */
    private interface Row {

        void take(ResultSet row) throws SQLException;
    }
}
