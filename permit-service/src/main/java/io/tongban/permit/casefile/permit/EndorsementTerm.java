package io.tongban.permit.casefile.permit;

import io.tongban.engine.standard.WorkingCalendar;
import java.time.LocalDate;

/**
 * Where the yearly endorsements (签注) of a permit stand.
 *
 * @param anchor the day from which full years are counted: of the issue, or of the reception of the latest late endorsement
 * @param fullYears how many full years after the anchor the next endorsement is for
 */
public record EndorsementTerm(LocalDate anchor, int fullYears) {

    /** That of a permit which was never endorsed. */
    public static EndorsementTerm ofIssue(LocalDate issuedOn) {
        return new EndorsementTerm(issuedOn, 1);
    }

    /** When the next endorsement is received in time. */
    public EndorsementWindow window(WorkingCalendar calendar) {
        LocalDate fullYearOn = anchor.plusYears(fullYears); // 28 February where there is no 29th
        LocalDate last = calendar.sameOrNextWorkingDay(fullYearOn);
        return new EndorsementWindow(fullYearOn.minusMonths(1), fullYearOn, last, calendar.isProvisional(last));
    }

    /** The term after an endorsement that was received on the day; the same if that was too early for one. */
    public EndorsementTerm endorsed(LocalDate receivedOn, WorkingCalendar calendar) {
        return switch (window(calendar).timing(receivedOn)) {
            case TOO_EARLY -> this;
            case IN_TIME -> new EndorsementTerm(anchor, fullYears + 1);
            case LATE -> new EndorsementTerm(receivedOn, 1);
        };
    }
}
