package io.tongban.permit.casefile.ledger;

import java.util.UUID;

/** Names a case. */
public record CaseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
