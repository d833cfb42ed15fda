package io.tongban.permit.casefile;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Closed;
import io.tongban.permit.casefile.CaseState.Decidable;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.Due;
import io.tongban.permit.casefile.CaseState.NextLook;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Received;
import io.tongban.permit.casefile.CaseState.Result;
import io.tongban.permit.casefile.CaseState.Running;
import io.tongban.permit.casefile.CaseState.Status;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.CaseState.Verdict;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.look.ApplicableLooks;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.StoredLook.Role;
import io.tongban.permit.deadline.ReviewReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the state of a case lies in the columns of its row. */
final class CaseRow {

    /** Joined to the row of a case: the look that it goes by, and the one under the other standard. */
    static final String LOOK_JOINS = """
        left join case_check as looked on looked.case_id = id and looked.number = look_number
        left join case_assessment as used
            on used.case_id = id and used.number = look_number and used.standard_version = used_version
        left join case_assessment as other
            on other.case_id = id and other.number = look_number and other.standard_version = other_version
        """;

    /** To be selected with {@link #LOOK_JOINS}. */
    static final String LOOK_COLUMNS = """
        look_number, looked.facts as look_facts, used.role as used_role, used.look as used_look,
        other_version, other.role as other_role, other.look as other_look,
        coalesce(look_number, (select count(*) from case_check as kept where kept.case_id = id)) as looks_kept
        """;

    private CaseRow() {}

    /** All state columns of a row; a column that the state does not have is null. */
    static Map<String, @Nullable Object> columns(CaseId id, CaseState state, CaseContent content) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (String column : new String[] {
            "receivedBy",
            "receipt",
            "settleBy",
            "nextLookOn",
            "lookNotBefore",
            "acceptedOn",
            "dueOn",
            "reviewReason",
            "reviewSince",
            "decision",
            "decidedOn",
            "decidedBy",
            "decisionReasons",
            "closedResult",
            "closedOn",
            "goesOnIn",
            "visitedOn"
        }) {
            columns.put(column, null);
        }
        columns.put("dueProvisional", false);
        columns.put("status", state.status().name());
        fill(columns, id, state, content);
        return columns;
    }

    /** The columns that say which look and which standard a case goes by, and which else it may. */
    static Map<String, @Nullable Object> columns(CaseFile file, CaseContent content) {
        ApplicableLooks looks = file.looks();
        StandardReference used = looks.used().standard();
        Look other = looks.other();
        StandardReference chosen = looks.chosen();
        boolean repeats = file.records().named() == null;
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("look", file.records().named());
        columns.put("repeatedCheck", repeats ? content.seal(file.id(), looks.used()) : null);
        columns.put("repeatedOther", repeats && other != null ? content.sealOther(file.id(), other) : null);
        columns.put("usedVersion", used.version());
        columns.put("usedDigest", used.digest());
        columns.put(
                "otherVersion",
                repeats || other == null ? null : other.standard().version());
        columns.put("chosenVersion", chosen == null ? null : chosen.version());
        columns.put("chosenDigest", chosen == null ? null : chosen.digest());
        return columns;
    }

    /** Whether the row names a look, or a standard that was looked at, of which there is none. */
    static boolean lacksItsLook(ResultSet row) throws SQLException {
        boolean repeats = row.getBytes("facts") != null;
        boolean lacksUsed = row.getBytes("look_facts") == null || row.getBytes("used_look") == null;
        boolean lacksOther = row.getString("other_version") != null && row.getBytes("other_look") == null;
        return (!repeats && lacksUsed) || lacksOther;
    }

    static CaseFacts facts(CaseId id, ResultSet row, CaseContent content) throws SQLException {
        byte @Nullable [] repeated = row.getBytes("facts");
        return repeated == null
                ? content.facts(id, row.getInt("look_number"), row.getBytes("look_facts"))
                : content.facts(id, repeated);
    }

    static ApplicableLooks looks(CaseId id, String item, ResultSet row, CaseContent content) throws SQLException {
        StandardReference used =
                new StandardReference(item, row.getString("used_version"), row.getString("used_digest"));
        String chosen = row.getString("chosen_version");
        byte @Nullable [] repeated = row.getBytes("last_check");
        byte @Nullable [] repeatedOther = row.getBytes("other_check");
        return new ApplicableLooks(
                repeated == null
                        ? Objects.requireNonNull(look(id, row, "used", content), "used_look")
                        : content.look(id, repeated, used),
                repeatedOther == null ? look(id, row, "other", content) : content.otherCheck(id, repeatedOther),
                chosen == null ? null : new StandardReference(item, chosen, row.getString("chosen_digest")));
    }

    private static @Nullable Look look(CaseId id, ResultSet row, String which, CaseContent content)
            throws SQLException {
        byte @Nullable [] look = row.getBytes(which + "_look");
        return look == null
                ? null
                : content.look(id, row.getInt("look_number"), Role.valueOf(row.getString(which + "_role")), look);
    }

    private static void fill(Map<String, @Nullable Object> columns, CaseId id, CaseState state, CaseContent content) {
        switch (state) {
            case Open open -> columns.put("visitedOn", open.visitedOn());
            case Provisional provisional -> {
                received(columns, provisional.received());
                columns.put("settleBy", provisional.settleBy());
                look(columns, provisional.look());
                Running running = provisional.running();
                if (running != null) {
                    due(columns, running.due());
                    columns.put("acceptedOn", running.since());
                }
            }
            case Accepted accepted -> {
                received(columns, accepted.received());
                due(columns, accepted.due());
                columns.put("acceptedOn", accepted.acceptedOn());
            }
            case UnderReview review -> {
                received(columns, review.received());
                due(columns, review.due());
                columns.put("reviewReason", review.reason().name());
                columns.put("reviewSince", review.since());
                NextLook look = review.look();
                if (look != null) {
                    look(columns, look);
                }
            }
            case Decided decided -> {
                fill(columns, id, decided.before(), content);
                columns.put("decision", decided.verdict().name());
                columns.put("decidedOn", decided.on());
                columns.put("decidedBy", decided.by());
                columns.put("decisionReasons", content.seal(id, decided.reasons()));
            }
            case Closed closed -> {
                if (closed.received() != null) {
                    received(columns, closed.received());
                }
                columns.put("closedResult", closed.result().name());
                columns.put("closedOn", closed.on());
                columns.put(
                        "goesOnIn",
                        closed.goesOnIn() == null ? null : closed.goesOnIn().value());
            }
        }
    }

    private static void received(Map<String, @Nullable Object> columns, Received received) {
        columns.put("receivedBy", received.by());
        columns.put("receipt", received.receipt());
    }

    private static void look(Map<String, @Nullable Object> columns, NextLook look) {
        columns.put("nextLookOn", look.on());
        columns.put("lookNotBefore", look.notBefore().atOffset(ZoneOffset.UTC));
    }

    private static void due(Map<String, @Nullable Object> columns, Due due) {
        columns.put("dueOn", due.on());
        columns.put("dueProvisional", due.provisional());
    }

    static CaseState state(CaseId id, ResultSet row, CaseContent content) throws SQLException {
        return switch (Status.valueOf(row.getString("status"))) {
            case OPEN -> new Open(row.getObject("visited_on", LocalDate.class));
            case PROVISIONAL ->
                new Provisional(
                        received(row),
                        date(row, "settle_by"),
                        Objects.requireNonNull(look(row), "next_look_on"),
                        row.getObject("accepted_on") == null ? null : new Running(date(row, "accepted_on"), due(row)));
            case ACCEPTED, UNDER_REVIEW -> decidable(row);
            case DECIDED ->
                new Decided(
                        decidable(row),
                        Verdict.valueOf(row.getString("decision")),
                        date(row, "decided_on"),
                        row.getString("decided_by"),
                        content.reasons(id, row.getBytes("decision_reasons")));
            case CLOSED ->
                new Closed(
                        row.getString("received_by") == null ? null : received(row),
                        Result.valueOf(row.getString("closed_result")),
                        date(row, "closed_on"),
                        caseId(row.getObject("goes_on_in", UUID.class)));
        };
    }

    private static Decidable decidable(ResultSet row) throws SQLException {
        Due due = due(row);
        String reason = row.getString("review_reason");
        return reason == null
                ? new Accepted(received(row), date(row, "accepted_on"), due)
                : new UnderReview(
                        received(row), ReviewReason.valueOf(reason), date(row, "review_since"), due, look(row));
    }

    private static @Nullable CaseId caseId(@Nullable UUID id) {
        return id == null ? null : new CaseId(id);
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(date(row, "decision_due_on"), row.getBoolean("due_on_is_provisional"));
    }

    private static @Nullable NextLook look(ResultSet row) throws SQLException {
        OffsetDateTime notBefore = row.getObject("look_not_before", OffsetDateTime.class);
        return notBefore == null ? null : new NextLook(date(row, "next_look_on"), notBefore.toInstant());
    }

    private static Received received(ResultSet row) throws SQLException {
        return new Received(row.getString("received_by"), row.getString("receipt"));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
    }
}
