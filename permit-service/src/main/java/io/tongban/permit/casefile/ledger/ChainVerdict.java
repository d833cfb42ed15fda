package io.tongban.permit.casefile.ledger;

import io.tongban.permit.casefile.ledger.LedgerEvent.Head;
import java.util.List;

/**
 * What the verification of a case's ledger found.
 *
 * @param last the last event that is there
 * @param findings by sequence; empty if the ledger is intact
 */
public record ChainVerdict(Head last, List<LedgerFinding> findings) {

    public ChainVerdict {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }
}
