package io.tongban.insurance.evidence;

import io.tongban.insurance.record.ContributionRecord;
import io.tongban.insurance.source.Exchange;
import io.tongban.platform.crypto.SigningKeys;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Signs a clean record and keeps it with everything that the sources answered. */
@Service
public class KeepEvidence {

    /** The type in the header of the signature, on which a verifier insists. */
    static final String TYPE = "contribution-record+jws";

    /** A mapper of its own: what is signed does not depend on how the service writes JSON elsewhere. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EvidenceArchive archive;
    private final SigningKeys signingKeys;

    KeepEvidence(EvidenceArchive archive, SigningKeys signingKeys) {
        this.archive = archive;
        this.signingKeys = signingKeys;
    }

    @Transactional
    public SignedEvidence keep(QueryId query, ContributionRecord record, List<Exchange> exchanges) {
        EvidenceId id = archive.newId();
        EvidenceDocument document = EvidenceDocument.of(id, record);
        String jws = signingKeys.sign(JSON.writeValueAsBytes(document), TYPE);
        archive.insert(query, exchanges);
        archive.insert(id, query, record.asOf(), jws, rawRows(record), record.duplicateRows());
        return new SignedEvidence(document, jws);
    }

    private static String rawRows(ContributionRecord record) {
        return JSON.writeValueAsString(
                record.rows().stream().map(row -> row.raw().cells()).toList());
    }
}
