package io.tongban.sandbox.picture;

import io.tongban.sandbox.picture.Assessed.Month;
import java.util.Arrays;

/** How a state of a contribution month is drawn: two columns of ASCII, which are as wide in every terminal. */
enum MonthMark {
    PAID("##", "到账"),
    PENDING("~~", "未到账"),
    ARREARS("!!", "欠费"),
    BACK_PAID("++", "补缴"),
    INTERRUPTED("xx", "中断"),
    UNCLEAR("%%", "不明"),
    TRANSFERRED(">>", "转入"),
    AGENCY("aa", "失业机构缴费"),
    OTHER_AREA("oo", "外地"),
    MISSING("..", "无计入"),
    /** Not paid as far as it was read, and not read whole. */
    UNREAD("--", "未读全"),
    UNKNOWN("??", "未知");

    private final String mark;
    private final String chinese;

    MonthMark(String mark, String chinese) {
        this.mark = mark;
        this.chinese = chinese;
    }

    static MonthMark of(Month month) {
        return month.unread() ? UNREAD : of(month.state());
    }

    static MonthMark of(String state) {
        return Arrays.stream(values())
                .filter(mark -> mark.name().equals(state))
                .findFirst()
                .orElse(UNKNOWN);
    }

    String drawn(Ink ink) {
        return switch (this) {
            case PAID -> ink.good(mark);
            case PENDING, UNCLEAR, UNREAD -> ink.waiting(mark);
            case TRANSFERRED, AGENCY, OTHER_AREA, MISSING -> ink.quiet(mark);
            case ARREARS, BACK_PAID, INTERRUPTED, UNKNOWN -> ink.bad(mark);
        };
    }

    String legend(Ink ink) {
        return drawn(ink) + " " + name() + " " + chinese;
    }
}
