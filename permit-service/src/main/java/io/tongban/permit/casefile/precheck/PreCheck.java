package io.tongban.permit.casefile.precheck;

import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.check.Asking;
import io.tongban.permit.casefile.check.CaseFacts;
import io.tongban.permit.casefile.check.Check;
import io.tongban.permit.casefile.check.Examiner;
import io.tongban.permit.casefile.visitpass.VisitPass;
import io.tongban.permit.casefile.visitpass.VisitPassVerifier;
import io.tongban.permit.standard.Standard;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Assesses facts for someone who has the right to ask: the person himself, a clerk during a visit, a partner with consent. */
@Service
class PreCheck {

    private final PinnedStandards standards;
    private final Examiner examiner;
    private final VisitPassVerifier passes;
    private final BlindIndex blindIndex;
    private final PreChecks preChecks;
    private final BusinessClock clock;

    PreCheck(
            PinnedStandards standards,
            Examiner examiner,
            VisitPassVerifier passes,
            BlindIndex blindIndex,
            PreChecks preChecks,
            BusinessClock clock) {
        this.standards = standards;
        this.examiner = examiner;
        this.passes = passes;
        this.blindIndex = blindIndex;
        this.preChecks = preChecks;
        this.clock = clock;
    }

    Check check(Question question, Caller caller, @Nullable String visitPass) {
        String person = blindIndex.of("person", question.facts().identity().canonical());
        UUID window = requireRight(question, caller, person, visitPass);
        LocalDate appliedOn = Objects.requireNonNullElse(question.appliedOn(), clock.today());
        Standard standard = standards.inForce(question.item(), question.route(), appliedOn);
        PinnedStandards.requireKnown(standard, question.facts().papers());
        Check check = examiner.examine(
                standard, question.route(), question.facts(), appliedOn, new Asking(null, caller.subject()));
        preChecks.insert(new PreChecks.Entry(
                caller.subject(),
                window,
                question.consent(),
                person,
                standard.reference(),
                question.route(),
                question.appliedOn() != null,
                check));
        return check;
    }

    /** The window of a clerk; null for everyone else. */
    private @Nullable UUID requireRight(Question question, Caller caller, String person, @Nullable String visitPass) {
        if (caller.hasRole("applicant") && person.equals(caller.person())) {
            return null;
        }
        if (caller.hasRole("clerk")) {
            VisitPass pass = passes.verify(visitPass, caller, question.item());
            return pass.window();
        }
        if (!caller.hasRole("api-consumer")) {
            throw Problem.of(CaseProblem.NUMBER_OF_ANOTHER);
        }
        if (question.consent() == null) {
            throw Problem.of(CaseProblem.CONSENT_MISSING);
        }
        return null;
    }

    /**
     * What is asked.
     *
     * @param appliedOn null: today; a date of the asker's own makes the answer hypothetical
     * @param consent reference of the applicant's consent; a partner must have one
     */
    record Question(
            String item,
            String route,
            CaseFacts facts,
            @Nullable LocalDate appliedOn,
            @Nullable String consent) {}
}
