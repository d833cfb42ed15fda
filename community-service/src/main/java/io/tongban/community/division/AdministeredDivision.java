package io.tongban.community.division;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Holds a member of staff to the division that their token names and what is below it today. */
@Component
public class AdministeredDivision {

    private final Divisions divisions;
    private final BusinessClock clock;

    AdministeredDivision(Divisions divisions, BusinessClock clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * Refuses a division that the administrator does not administer.
     *
     * @throws Problem {@link DivisionProblem#DIVISION_NOT_YOURS}
     */
    public void require(Caller administrator, Division division) {
        if (!covers(administrator, division.id())) {
            throw Problem.of(DivisionProblem.DIVISION_NOT_YOURS).with("division", division.code());
        }
    }

    /** Whether the division is the one that the token names, or below it. */
    public boolean covers(Caller staff, DivisionId division) {
        String root = staff.division();
        return root != null && divisions.isWithin(division, root, clock.today());
    }
}
