package io.tongban.platform.test;

import io.tongban.platform.clock.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A business clock that stands still until a test moves it; imported, it replaces the context's business clock.
 *
 * <p>It starts at 2017-04-06 09:30 in Shanghai. The system clock stays real.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    /** Where it stands until it is moved. */
    public static final ZonedDateTime START = ZonedDateTime.of(2017, 4, 6, 9, 30, 0, 0, BusinessClock.ZONE);

    private volatile Instant instant = START.toInstant();

    @Bean
    BusinessClock businessClock() {
        return new BusinessClock(new Clock() {
            @Override
            public Instant instant() {
                return instant;
            }

            @Override
            public ZoneId getZone() {
                return BusinessClock.ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("the business clock has one zone");
            }
        });
    }

    public void set(ZonedDateTime now) {
        instant = now.toInstant();
    }

    /** Half past nine of that day in Shanghai. */
    public void set(LocalDate today) {
        set(ZonedDateTime.of(today, LocalTime.of(9, 30), BusinessClock.ZONE));
    }

    public void advance(Duration duration) {
        instant = instant.plus(duration);
    }

    public void reset() {
        instant = START.toInstant();
    }
}
