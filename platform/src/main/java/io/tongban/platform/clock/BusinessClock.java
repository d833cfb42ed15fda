package io.tongban.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The date and time that business rules go by, in Shanghai.
 *
 * <p>It is the real time unless a sandbox has set it; then it goes on ticking from there.
 */
public final class BusinessClock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock source;
    private volatile Duration ahead = Duration.ZERO;

    public BusinessClock(Clock source) {
        this.source = source;
    }

    /** A clock that stands still. */
    public static BusinessClock fixedAt(ZonedDateTime now) {
        return new BusinessClock(Clock.fixed(now.toInstant(), ZONE));
    }

    public ZonedDateTime now() {
        return source.instant().plus(ahead).atZone(ZONE);
    }

    public LocalDate today() {
        return now().toLocalDate();
    }

    public YearMonth thisMonth() {
        return YearMonth.from(now());
    }

    void set(ZonedDateTime now) {
        ahead = Duration.between(source.instant(), now.toInstant());
    }
}
