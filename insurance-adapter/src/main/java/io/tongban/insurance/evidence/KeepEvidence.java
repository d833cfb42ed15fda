package io.tongban.insurance.evidence;

import io.tongban.insurance.record.ContributionRecord;
import io.tongban.insurance.source.SourceReading;
import io.tongban.platform.crypto.SigningKeys;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
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

    public SignedEvidence keep(QueryId query, ContributionRecord record, List<SourceReading> readings) {
        EvidenceDocument document = EvidenceDocument.of(EvidenceId.of(query), record, readings);
        String jws = signingKeys.sign(JSON.writeValueAsBytes(document), TYPE);
        archive.insert(query, record, new EvidenceArchive.Sealed(jws, sent(record, readings), silences(readings)));
        return new SignedEvidence(document, jws);
    }

    private static SentBySources sent(ContributionRecord record, List<SourceReading> readings) {
        return new SentBySources(
                readings.stream()
                        .map(SourceReading::exchanges)
                        .flatMap(Collection::stream)
                        .toList(),
                record.rows().stream().map(row -> row.raw().cells()).toList());
    }

    /** Source, kind, year. */
    private static String silences(List<SourceReading> readings) {
        Map<String, Map<String, Map<Integer, String>>> silences = new TreeMap<>();
        for (SourceReading reading : readings) {
            reading.silences()
                    .forEach((asked, cause) -> silences.computeIfAbsent(reading.source(), source -> new TreeMap<>())
                            .computeIfAbsent(asked.kind().code(), kind -> new TreeMap<>())
                            .put(asked.year(), cause.name()));
        }
        return JSON.writeValueAsString(silences);
    }
}
