package io.tongban.permit.casefile.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.permit.casefile.ledger.LedgerFinding.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells operators that a ledger is broken, or that a case is not as its ledger tells. */
@Component
public class LedgerAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerAlarm.class);

    private final Map<Kind, Counter> findings;
    private final Counter differing;

    /** The counters are there from the start, so that the first finding is an increase. */
    LedgerAlarm(MeterRegistry meters) {
        Map<Kind, Counter> counters = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            counters.put(
                    kind,
                    Counter.builder("tongban.ledger.findings")
                            .description("Breaks that the verification of ledgers found, again in each pass")
                            .tag("finding", kind.name())
                            .register(meters));
        }
        this.findings = Collections.unmodifiableMap(counters);
        this.differing = Counter.builder("tongban.ledger.cases.differing")
                .description("Readings of a case that is not as its ledger tells")
                .register(meters);
    }

    public void broken(UUID caseId, List<LedgerFinding> found) {
        for (LedgerFinding finding : found) {
            Objects.requireNonNull(findings.get(finding.kind())).increment();
            LOG.error("The ledger of case {} is broken: {} at {}", caseId, finding.kind(), finding.seq());
        }
    }

    /**
     * A case that says of itself other than its ledger.
     *
     * @param members in which they differ, by name
     */
    public void differs(UUID caseId, List<String> members) {
        differing.increment();
        LOG.error("Case {} is not as its ledger tells: {}; no act is taken", caseId, members);
    }
}
