package io.tongban.permit.casefile;

import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Due;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Received;
import io.tongban.permit.casefile.CaseState.ReviewReason;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.standard.Limit;
import io.tongban.permit.standard.Standard;
import io.tongban.permit.standard.WorkingCalendar;
import io.tongban.platform.clock.BusinessClock;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** The states that a case can enter today, with the limits that its standard gives them. */
@Component
class CaseTerms {

    private final WorkingCalendar calendar;
    private final BusinessClock clock;
    private final Clock systemClock;

    CaseTerms(WorkingCalendar calendar, BusinessClock clock, Clock systemClock) {
        this.calendar = calendar;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    LocalDate today() {
        return clock.today();
    }

    Accepted accepted(Standard standard, Received received) {
        return new Accepted(received, today(), due(standard.decisionLimit()));
    }

    Provisional provisional(Standard standard, String route, Received received) {
        LocalDate today = today();
        OptionalInt settleWithin = PinnedStandards.settleWithin(standard, route);
        return new Provisional(
                received,
                // Where nothing is said, what may follow must follow before the decision is due.
                settleWithin.isPresent()
                        ? today.plusDays(settleWithin.getAsInt())
                        : standard.decisionLimit().dueOn(today, calendar),
                today.plusDays(1),
                systemClock.instant());
    }

    /** A case that a criterion sends to a person is answered sooner than one that somebody insists on. */
    UnderReview underReview(Standard standard, Received received, ReviewReason reason) {
        Limit limit = reason == ReviewReason.INSISTED ? standard.decisionLimit() : standard.limit("review");
        return new UnderReview(received, reason, today(), due(limit));
    }

    private Due due(Limit limit) {
        LocalDate on = limit.dueOn(today(), calendar);
        return new Due(on, calendar.isProvisional(on));
    }
}
