package io.tongban.insurance.query;

import io.tongban.insurance.evidence.AskedQuery;
import io.tongban.insurance.evidence.KeepEvidence;
import io.tongban.insurance.evidence.QueryId;
import io.tongban.insurance.evidence.QueryRegister;
import io.tongban.insurance.evidence.SignedEvidence;
import io.tongban.insurance.record.ContributionRecord;
import io.tongban.insurance.source.ContributionSources;
import io.tongban.insurance.source.Question;
import io.tongban.insurance.source.SourceReading;
import io.tongban.platform.clock.BusinessClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Answers a query: on record first, then the sources, then what they said.
 *
 * <p>Not transactional: each of the two writes is a transaction of its own, and no source is asked inside one. What cannot be
 * put on record is not asked, and what cannot be kept is not handed out.
 */
@Service
class AnswerContributionQuery {

    private final QueryRegister register;
    private final ContributionSources sources;
    private final KeepEvidence keepEvidence;
    private final BusinessClock clock;

    AnswerContributionQuery(
            QueryRegister register, ContributionSources sources, KeepEvidence keepEvidence, BusinessClock clock) {
        this.register = register;
        this.sources = sources;
        this.keepEvidence = keepEvidence;
        this.clock = clock;
    }

    SignedEvidence answer(AskedQuery query) {
        QueryId id = register.enter(query);
        try {
            return read(id, query);
        } catch (RuntimeException failure) {
            // Whatever it was, the record must show that this query ended without evidence.
            enterFailure(id, failure);
            throw failure;
        }
    }

    private SignedEvidence read(QueryId id, AskedQuery query) {
        LocalDate asOf = clock.today();
        Question question =
                new Question(query.identity(), query.areas(), query.kinds(), query.from(), YearMonth.from(asOf));
        List<SourceReading> readings = sources.read(question);
        ContributionRecord record = ContributionRecord.of(
                asOf,
                SourceCoverage.of(question, readings),
                readings.stream()
                        .map(SourceReading::rows)
                        .flatMap(Collection::stream)
                        .toList());
        return keepEvidence.keep(id, record, readings);
    }

    private void enterFailure(QueryId id, RuntimeException failure) {
        try {
            register.enterFailure(id, failure);
        } catch (DataAccessException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
