package io.tongban.permit.deadline;

import java.util.Arrays;

/** A clock of a case (时限), by the number that events name. */
public enum CaseClock {
    /** Decision and permit (办结、制作发放). */
    PERMIT(1),
    /** A reviewer's answer (审核答复). */
    ANSWER(2),
    /** A provisional case settles (容缺、收件办理期). */
    SETTLE(3),
    /** The papers of a supplement come (补正). */
    SUPPLEMENT(4),
    /** The applicant of an open case comes back, or the case lapses (逾期视为撤回). */
    OPEN_CASE(5),
    /** A supervisor confirms or drops a point of a breach (确认). */
    CONFIRMATION(6),
    /** Papers that were shown are answered by a notice or a reception, or count as received (视为受理). */
    DEEMED(7);

    private final int number;

    CaseClock(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The clock of a number. */
    static CaseClock of(int number) {
        return Arrays.stream(values())
                .filter(clock -> clock.number == number)
                .findFirst()
                .orElseThrow();
    }

    /** Whether people must act by its end, so that an end on a rest day moves to the next working day. */
    boolean rolls() {
        return this != SETTLE;
    }

    /** Whether supervisors are told, again and again, while its act is missing. */
    boolean becomesOverdue() {
        return this == PERMIT || this == ANSWER;
    }
}
