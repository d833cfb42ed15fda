package io.tongban.permit.casefile.view;

import io.tongban.permit.casefile.CaseFile;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.authority.Authorities;
import io.tongban.permit.casefile.authority.Authority;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import org.springframework.stereotype.Component;

/** The body that holds a case today: that of the first contact or, once it is gone, whoever holds its cases. */
@Component
public class HoldingAuthority {

    private final Authorities authorities;
    private final BusinessClock clock;

    HoldingAuthority(Authorities authorities, BusinessClock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    public Authority of(CaseFile file) {
        return authorities.holderOn(file.origin().responsible(), clock.today());
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
