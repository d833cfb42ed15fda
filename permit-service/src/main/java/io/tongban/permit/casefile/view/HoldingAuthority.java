package io.tongban.permit.casefile.view;

import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.authority.Authority;
import io.tongban.permit.casefile.authority.Holders;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The body that holds a case today: that of the district in which the community of the residence lies by now. */
@Component
public class HoldingAuthority {

    private final Holders holders;
    private final BusinessClock clock;

    HoldingAuthority(Holders holders, BusinessClock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    public Authority of(CaseFile file) {
        return holders.holderOn(file.origin().responsible(), file.facts().division(), statedOn(file), clock.today());
    }

    /**
     * The day on which the code of the residence was stated. An instant is of the real clock, from which the business clock of a sandbox
     * may be years away; the application date is of that one, and a look at an open case moves it.
     */
    private static LocalDate statedOn(CaseFile file) {
        LocalDate contact = LocalDate.ofInstant(file.origin().firstContact().at(), BusinessClock.ZONE);
        LocalDate applied = file.look().appliedOn();
        return contact.isBefore(applied) ? contact : applied;
    }

    /** Whether the caller is a reviewer of it. */
    public boolean isReviewedBy(CaseFile file, Caller caller) {
        return caller.hasRole("reviewer") && of(file).id().value().equals(caller.authority());
    }

    /**
     * Lets a reviewer of it pass.
     *
     * @throws Problem {@link CaseProblem#OTHER_AUTHORITY_DECIDES} if the reviewer is of another body
     */
    public void requireReviewer(CaseFile file, Caller reviewer) {
        if (!isReviewedBy(file, reviewer)) {
            throw Problem.of(CaseProblem.OTHER_AUTHORITY_DECIDES)
                    .with("responsibleAuthority", of(file).id().value());
        }
    }
}
