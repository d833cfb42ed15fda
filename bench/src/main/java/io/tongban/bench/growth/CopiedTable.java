package io.tongban.bench.growth;

import io.tongban.bench.growth.Names.Part;
import java.util.List;
import java.util.Map;

/**
 * A table that has rows of each case.
 *
 * @param key the column that says whose row it is
 * @param keyOf which name of the case stands in it
 * @param large the context of each large cipher text by its column, without what comes before it: of {@code case:<id>:check:1:facts} in
 *     column {@code facts} it is {@code case:{case}:check:{number}:facts}; a name in braces is a column of the row, or of the case
 * @param small the same of cipher texts that are not large
 */
record CopiedTable(
        String database, String name, String key, Part keyOf, Map<String, String> large, Map<String, String> small) {

    static final String LEDGER = "ledger_event";
    static final String HEADS = "witness.signed_head";

    /** In the order in which they are written: what refers to a case comes after it. */
    static final List<CopiedTable> ALL = List.of(
            of("community", "visit", "id", Part.VISIT, Map.of()),
            of("community", "visit_point", "visit_id", Part.VISIT, Map.of()),
            of("community", "visit_end", "visit_id", Part.VISIT, Map.of()),
            new CopiedTable(
                    "insurance",
                    "contribution_query",
                    "id",
                    Part.QUERY,
                    Map.of(),
                    Map.of("id_number", "contribution_query:{id}:id_number", "name", "contribution_query:{id}:name")),
            of(
                    "insurance",
                    "evidence",
                    "query_id",
                    Part.QUERY,
                    Map.of("jws", "evidence:{query_id}:jws", "sources", "evidence:{query_id}:sources:0/1")),
            of("permit", "known_visit", "visit_id", Part.VISIT, Map.of()),
            of(
                    "permit",
                    "case_file",
                    "id",
                    Part.CASE,
                    Map.of(
                            "facts", "case:{id}:facts",
                            "last_check", "case:{id}:check",
                            "other_check", "case:{id}:other-check",
                            "decision_reasons", "case:{id}:reasons")),
            of(
                    "permit",
                    "case_check",
                    "case_id",
                    Part.CASE,
                    Map.of(
                            "facts", "case:{case_id}:check:{number}:facts",
                            "evidence", "case:{case_id}:check:{number}:evidence")),
            of(
                    "permit",
                    "case_assessment",
                    "case_id",
                    Part.CASE,
                    Map.of(
                            "assessment", "case:{case_id}:check:{number}:{role}",
                            "look", "case:{case_id}:check:{number}:look:{role}")),
            of("permit", "notice", "case_id", Part.CASE, Map.of("content", "notice:{number}")),
            of("permit", LEDGER, "case_id", Part.CASE, Map.of("sealed", "case:{case_id}:ledger:{seq}")),
            of("permit", HEADS, "case_id", Part.CASE, Map.of()));

    private static CopiedTable of(String database, String name, String key, Part keyOf, Map<String, String> large) {
        return new CopiedTable(database, name, key, keyOf, large, Map.of());
    }
}
