package io.tongban.community.division;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Holds a tier administrator to the division that their token names and what is below it today. */
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
        String root = administrator.division();
        if (root == null || !divisions.isWithin(division.id(), root, clock.today())) {
            throw Problem.of(DivisionProblem.DIVISION_NOT_YOURS).with("division", division.code());
        }
    }
}
