package io.tongban.insurance.evidence;

import java.util.UUID;

/** Identifies what a query was answered. */
public record EvidenceId(UUID value) {

    /** That of the evidence of a query, of which there is one. */
    static EvidenceId of(QueryId query) {
        return new EvidenceId(query.value());
    }
}
