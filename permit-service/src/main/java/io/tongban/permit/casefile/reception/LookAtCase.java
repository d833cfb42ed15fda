package io.tongban.permit.casefile.reception;

import io.tongban.permit.casefile.Attempt;
import io.tongban.permit.casefile.CaseRecords;
import io.tongban.permit.casefile.Recorded;
import io.tongban.permit.casefile.reception.LookAgain.HowToLook;
import org.springframework.stereotype.Service;

/** Somebody looks at the case once more (核验), with nothing new. */
@Service
class LookAtCase {

    private final CaseRecords records;
    private final LookAgain looks;

    LookAtCase(CaseRecords records, LookAgain looks) {
        this.records = records;
        this.looks = looks;
    }

    /** Looks at every criterion; what was found stays on record. */
    Recorded look(Attempt attempt, HowToLook how) {
        return records.change(
                attempt.actor(),
                looks.of(
                        attempt,
                        looks.applicable(attempt.seen()),
                        attempt.seen().facts(),
                        how));
    }
}
