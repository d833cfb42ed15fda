package io.tongban.permit.casefile.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the ledger of a case says where the case says that it ends; read with the case's row in one statement.
 *
 * @param holds whether the event is there as it was written and as the witness has it, and is the last one
 * @param told the event, if it says by itself what the case came to; else all events, oldest first
 */
public record RecordedHead(boolean holds, List<Told> told) {

    /** The member of an event that says what its act made of the case. */
    public static final String CASE_AFTER = "caseAfter";

    /** To be selected beside the columns of a row of {@code case_file}. */
    public static final String COLUMNS = """
        ledger_seq, ledger_hash, head.case_id, head.seq, head.type, head.at, head.business_at, head.actor, head.actor_window,
        head.visit, head.payload, encode(sha256(head.sealed), 'hex') as sealed_digest, head.prev_hash, head.hash,
        encode(signed.hash, 'hex') as signed_hash, earlier.told as earlier,
        later.seq is not null as goes_on
        """;

    /** To be joined to {@code case_file}; earlier events are read only where the last one does not say it all. */
    public static final String JOINS = """
        left join ledger_event as head on head.case_id = id and head.seq = ledger_seq
        left join witness.signed_head as signed on signed.case_id = id and signed.seq = ledger_seq
        left join witness.signed_head as later on later.case_id = id and later.seq = ledger_seq + 1
        left join lateral (
            select json_agg(json_build_object('type', event.type, 'payload', event.payload) order by event.seq) as told
            from ledger_event as event
            where event.case_id = id
        ) as earlier on head.payload -> 'caseAfter' is null
        """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What one event says. */
    public record Told(String type, JsonNode payload) {}

    public static RecordedHead read(ResultSet row) throws SQLException {
        LedgerEvent event = event(row);
        String earlier = row.getString("earlier");
        List<Told> told = earlier != null
                ? JSON.readTree(earlier)
                        .valueStream()
                        .map(each -> new Told(each.path("type").asString(), each.path("payload")))
                        .toList()
                : event == null ? List.of() : List.of(new Told(event.type(), JSON.readTree(event.payload())));
        return new RecordedHead(
                event != null
                        && event.hash().equals(event.computeHash())
                        && event.hash().equals(row.getString("ledger_hash"))
                        && event.hash().equals(row.getString("signed_hash"))
                        && !row.getBoolean("goes_on"),
                told);
    }

    private static @Nullable LedgerEvent event(ResultSet row) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        if (caseId == null) {
            return null;
        }
        return LedgerEvent.read(row, row.getString("sealed_digest"));
    }
}
