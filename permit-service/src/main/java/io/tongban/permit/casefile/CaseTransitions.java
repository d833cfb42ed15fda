package io.tongban.permit.casefile;

import io.tongban.engine.standard.Limit;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.WorkingCalendar;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Due;
import io.tongban.permit.casefile.CaseState.NextLook;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Received;
import io.tongban.permit.casefile.CaseState.Running;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.deadline.ReviewReason;
import io.tongban.platform.clock.BusinessClock;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** The states that a case can enter today, with the limits that its standard gives them. */
@Component
public class CaseTransitions {

    private final WorkingCalendar calendar;
    private final BusinessClock clock;
    private final Clock systemClock;
    private final SettlementProperties settlement;

    CaseTransitions(WorkingCalendar calendar, BusinessClock clock, Clock systemClock, SettlementProperties settlement) {
        this.calendar = calendar;
        this.clock = clock;
        this.systemClock = systemClock;
        this.settlement = settlement;
    }

    public LocalDate today() {
        return clock.today();
    }

    public Accepted accepted(Standard standard, Received received) {
        return new Accepted(received, today(), due(standard.decisionLimit()));
    }

    /** A case that settles by itself. Where only papers are open that may follow, the clock of the decision runs at once. */
    public Provisional provisional(Standard standard, String route, Look look, Received received) {
        LocalDate today = today();
        Running running = look.waitsForPapersOnly() ? running(standard) : null;
        OptionalInt settleWithin = PinnedStandards.settleWithin(standard, route);
        LocalDate settleBy = settleWithin.isPresent()
                ? today.plusDays(settleWithin.getAsInt())
                : standard.decisionLimit().dueOn(today, calendar);
        // What may follow must follow before the decision is due.
        LocalDate within = running == null || running.due().on().isAfter(settleBy)
                ? settleBy
                : running.due().on();
        return new Provisional(received, within, nextLook(look), running);
    }

    /** A provisional case that is still one. */
    Provisional still(Provisional state, Standard standard, Look look) {
        Running before = state.running();
        Running running = before == null && look.waitsForPapersOnly() ? running(standard) : before;
        return new Provisional(
                state.received(),
                state.settleBy(),
                look.waitsToAsk()
                        ? nextLook(look)
                        : new NextLook(today().plusDays(1), state.look().notBefore()),
                running);
    }

    /** A provisional case whose last point was met; a clock that runs goes on. */
    Accepted settled(Provisional state, Standard standard) {
        Running running = state.running();
        return running == null
                ? accepted(standard, state.received())
                : new Accepted(state.received(), running.since(), running.due());
    }

    private Running running(Standard standard) {
        return new Running(today(), due(standard.decisionLimit()));
    }

    /** A case that a criterion or its settlement sends to a person is answered sooner than one that is to be decided all the same. */
    public UnderReview underReview(Standard standard, Look look, Received received, ReviewReason reason) {
        Limit limit = reason.isAnsweredAsAnAcceptance() ? standard.decisionLimit() : standard.limit("review");
        return new UnderReview(received, reason, today(), due(limit), look.sourceSilent() ? nextLook(look) : null);
    }

    /** A case that a person looks at, after another look at its source. */
    UnderReview still(UnderReview state, Look look) {
        return new UnderReview(
                state.received(),
                state.reason(),
                state.since(),
                state.due(),
                look.sourceSilent() ? nextLook(look) : null);
    }

    /** On the next day, since bureaux post once a night; at once for a source that was not asked. */
    private NextLook nextLook(Look look) {
        if (look.waitsToAsk()) {
            return new NextLook(today(), systemClock.instant().plus(settlement.notAskedFor()));
        }
        return new NextLook(today().plusDays(1), systemClock.instant());
    }

    private Due due(Limit limit) {
        LocalDate on = limit.dueOn(today(), calendar);
        return new Due(on, calendar.isProvisional(on));
    }
}
