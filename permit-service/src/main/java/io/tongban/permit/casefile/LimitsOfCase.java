package io.tongban.permit.casefile;

import io.tongban.engine.standard.Limit.DayUnit;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.WorkingCalendar;
import io.tongban.permit.casefile.CaseState.Accepted;
import io.tongban.permit.casefile.CaseState.Closed;
import io.tongban.permit.casefile.CaseState.Decided;
import io.tongban.permit.casefile.CaseState.Open;
import io.tongban.permit.casefile.CaseState.Provisional;
import io.tongban.permit.casefile.CaseState.Running;
import io.tongban.permit.casefile.CaseState.UnderReview;
import io.tongban.permit.casefile.notice.Notice;
import io.tongban.permit.deadline.CaseClocks;
import io.tongban.permit.deadline.CaseLimit;
import io.tongban.permit.deadline.ClockLengths;
import io.tongban.permit.deadline.Length;
import io.tongban.permit.deadline.OpenCaseStart;
import io.tongban.permit.deadline.Review;
import io.tongban.platform.clock.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The clocks that run for a case as it stands. The settlement of a provisional case has a day of its own in the state, and its next
 * look.
 */
@Component
public class LimitsOfCase {

    private final PinnedStandards standards;
    private final WorkingCalendar calendar;

    LimitsOfCase(PinnedStandards standards, WorkingCalendar calendar) {
        this.standards = standards;
        this.calendar = calendar;
    }

    /** The clocks with the lengths of the standard that the case goes by. */
    public CaseClocks clocks(CaseFile file) {
        return new CaseClocks(lengths(standards.published(file.look().standard())), calendar);
    }

    /**
     * The limits of a case.
     *
     * @param latest the latest notice
     */
    public List<CaseLimit> of(CaseFile file, Optional<Notice> latest) {
        return switch (file.state()) {
            case Open open ->
                List.of(clocks(file)
                        .openCase(new OpenCaseStart(
                                        visitedOn(file, open),
                                        latest.map(Notice::givenOn).orElse(null),
                                        file.look().readyOn())
                                .on()));
            case Provisional provisional -> {
                Running running = provisional.running();
                yield running == null ? List.of() : List.of(clocks(file).permit(running.since(), List.of()));
            }
            case Accepted accepted -> List.of(clocks(file).permit(accepted.acceptedOn(), List.of()));
            case UnderReview review ->
                List.of(
                        clocks(file).permit(review.since(), List.of()),
                        clocks(file).answer(new Review(review.reason(), review.since()), List.of()));
            case Decided decided -> List.of();
            case Closed closed -> List.of();
        };
    }

    private static LocalDate visitedOn(CaseFile file, Open open) {
        LocalDate visitedOn = open.visitedOn();
        return visitedOn == null
                ? LocalDate.ofInstant(file.origin().firstContact().at(), BusinessClock.ZONE)
                : visitedOn;
    }

    /** What the standard does not say is as the city's practice has it: docs/adr/0216. */
    private static ClockLengths lengths(Standard standard) {
        return new ClockLengths(
                Length.of(standard.decisionLimit()),
                length(standard, "review", 5, DayUnit.WORKING_DAY),
                length(standard, "settle", 45, DayUnit.CALENDAR_DAY),
                length(standard, "papers", 10, DayUnit.CALENDAR_DAY),
                length(standard, "supplement", 15, DayUnit.CALENDAR_DAY),
                length(standard, "open-case", 60, DayUnit.CALENDAR_DAY),
                length(standard, "confirmation", 2, DayUnit.WORKING_DAY),
                length(standard, "deemed", 5, DayUnit.WORKING_DAY));
    }

    private static Length length(Standard standard, String name, int days, DayUnit unit) {
        return standard.findLimit(name).map(Length::of).orElse(new Length(days, unit));
    }
}
