package io.tongban.permit.assessment;

import io.tongban.permit.standard.Criterion;
import io.tongban.permit.standard.Verdict;
import java.util.List;

/**
 * A criterion, what it came to, and the papers that this relies on.
 */
record Judgement(Criterion criterion, Verdict verdict, List<Paper> reliedOn) {

    Judgement {
        reliedOn = List.copyOf(reliedOn);
    }
}
