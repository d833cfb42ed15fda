package io.tongban.permit.casefile.precheck;

import io.tongban.engine.standard.Standard;
import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.PinnedStandards;
import io.tongban.permit.casefile.consent.Consents;
import io.tongban.permit.casefile.look.ApplicableStandards;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Examiner;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.RankedLooks;
import io.tongban.permit.casefile.look.RequestedBy;
import io.tongban.permit.casefile.look.Sight;
import io.tongban.permit.casefile.precheck.PreCheckLimits.Asker;
import io.tongban.permit.casefile.visitpass.PresentedPass;
import io.tongban.permit.contributions.RecordSource;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.security.Caller;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Assesses facts for someone who has the right to ask: the applicant, a clerk during a visit, a partner with consent. */
@Service
class PreCheck {

    private final PinnedStandards standards;
    private final Examiner examiner;
    private final BlindIndex blindIndex;
    private final PreChecks preChecks;
    private final PreCheckLimits limits;
    private final RecordsOfTheDay records;
    private final RecordSource source;
    private final Consents consents;
    private final BusinessClock clock;

    PreCheck(
            PinnedStandards standards,
            Examiner examiner,
            BlindIndex blindIndex,
            PreChecks preChecks,
            PreCheckLimits limits,
            RecordsOfTheDay records,
            RecordSource source,
            Consents consents,
            BusinessClock clock) {
        this.standards = standards;
        this.examiner = examiner;
        this.blindIndex = blindIndex;
        this.preChecks = preChecks;
        this.limits = limits;
        this.records = records;
        this.source = source;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * What the route comes to, or every route, the one that is soonest open to the applicant first; each from the record that it
     * would go by alone, so that there may be two, and what is told and kept names that of the soonest route. Who was asked about on
     * this business day is not asked about again.
     *
     * @param route null: every route
     */
    RankedLooks check(Question question, @Nullable String route, Caller caller, PresentedPass presented) {
        Asked asked = asked(question, caller, presented);
        RequestedBy requestedBy = new RequestedBy(null, caller.subject());
        ReadOnceADay reading = new ReadOnceADay(records, source);
        Examiner examining = examiner.reading(reading);
        RankedLooks ranked;
        if (route == null) {
            ranked = examining.examineAll(asked.standard(), question.facts(), asked.appliedOn(), requestedBy);
        } else {
            PinnedStandards.requireRoute(asked.standard(), route);
            ApplicableStandards only = ApplicableStandards.only(asked.standard());
            ranked = RankedLooks.only(
                    route,
                    examining
                            .examine(only, route, question.facts(), asked.appliedOn(), requestedBy, Sight.ALL)
                            .used());
        }
        String digest = route == null ? ranked.digest() : ranked.first().digest();
        preChecks.insert(entry(asked, question, caller, ranked.source(), reading.reused(), route, digest));
        return ranked;
    }

    private Asked asked(Question question, Caller caller, PresentedPass presented) {
        String person = blindIndex.of("person", question.facts().identity().canonical());
        UUID window = requireRight(question, caller, person, presented);
        LocalDate appliedOn = Objects.requireNonNullElse(question.appliedOn(), clock.today());
        Standard standard = standards.inForce(question.item(), appliedOn);
        PinnedStandards.requireKnown(
                ApplicableStandards.only(standard),
                question.facts().papers(),
                question.facts().answers());
        return new Asked(person, window, appliedOn, standard);
    }

    private static PreChecks.Entry entry(
            Asked asked,
            Question question,
            Caller caller,
            Look look,
            boolean recordReused,
            @Nullable String route,
            String digest) {
        return new PreChecks.Entry(
                caller.subject(),
                asked.window(),
                caller.hasRole("api-consumer") ? question.consent() : null,
                asked.person(),
                asked.standard().reference(),
                route,
                question.appliedOn() != null,
                look.appliedOn(),
                look.evidenceId(),
                recordReused && look.evidenceId() != null,
                digest);
    }

    /** The window of a clerk; null for everyone else. */
    private @Nullable UUID requireRight(Question question, Caller caller, String person, PresentedPass presented) {
        if (caller.hasRole("applicant") && person.equals(caller.person())) {
            limits.require(caller, Asker.APPLICANT);
            return null;
        }
        if (caller.hasRole("clerk")) {
            limits.require(caller, Asker.CLERK);
            return presented.verify(caller, question.item(), person).window();
        }
        if (!caller.hasRole("api-consumer")) {
            throw Problem.of(CaseProblem.NUMBER_NOT_YOURS);
        }
        limits.require(caller, Asker.PARTNER);
        standards.requireItem(question.item());
        consents.requireFor(question.consent(), caller, person, question.item());
        return null;
    }

    /**
     * What is asked.
     *
     * @param appliedOn null: today; a date of the asker's own makes the answer hypothetical
     * @param consent the applicant's consent; a partner must have one
     */
    record Question(
            String item,
            CaseFacts facts,
            @Nullable LocalDate appliedOn,
            @Nullable UUID consent) {}

    /** What a question comes down to once its asker has the right to it. */
    private record Asked(String person, @Nullable UUID window, LocalDate appliedOn, Standard standard) {}
}
