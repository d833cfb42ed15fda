package io.tongban.permit.casefile.reception;

import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** How many papers a case may hold: each of them is kept for good and looked at in every look. */
@Component
class PaperLimit {

    private final CaseProperties properties;

    PaperLimit(CaseProperties properties) {
        this.properties = properties;
    }

    /** @throws Problem {@link CaseProblem#PAPERS_TOO_MANY} if these are more than a case may hold */
    void require(CaseFacts facts) {
        if (facts.papers().size() > properties.mostPapers()) {
            throw Problem.of(CaseProblem.PAPERS_TOO_MANY)
                    .with("papers", facts.papers().size())
                    .with("most", properties.mostPapers());
        }
    }
}
