package io.tongban.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The business clock tells the time in Shanghai, and can be set in a sandbox only. */
class BusinessClockTests {

    private final ApplicationContextRunner contexts =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ClockAutoConfiguration.class));

    @Test
    void theDayBeginsInShanghai() {
        BusinessClock clock = new BusinessClock(Clock.fixed(Instant.parse("2017-03-31T16:00:00Z"), ZoneOffset.UTC));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2017, 4, 1));
        assertThat(clock.thisMonth()).isEqualTo(YearMonth.of(2017, 4));
        BusinessClock before = new BusinessClock(Clock.fixed(Instant.parse("2017-03-31T15:59:59Z"), ZoneOffset.UTC));
        assertThat(before.today()).isEqualTo(LocalDate.of(2017, 3, 31));
    }

    @Test
    void onceSetItGoesOnTicking() {
        Ticking source = new Ticking(Instant.parse("2026-11-24T00:00:00Z"));
        BusinessClock clock = new BusinessClock(source);
        clock.set(ZonedDateTime.parse("2017-04-06T09:30:00+08:00"));
        assertThat(clock.now()).isEqualTo(ZonedDateTime.of(2017, 4, 6, 9, 30, 0, 0, BusinessClock.ZONE));
        source.now = source.now.plus(Duration.ofHours(15));
        assertThat(clock.now()).isEqualTo(ZonedDateTime.of(2017, 4, 7, 0, 30, 0, 0, BusinessClock.ZONE));
        assertThat(source.instant()).as("the system clock stays real").isEqualTo("2026-11-24T15:00:00Z");
    }

    @Test
    void aFixedClockStandsStill() {
        ZonedDateTime then = ZonedDateTime.of(2017, 5, 8, 11, 15, 0, 0, BusinessClock.ZONE);
        assertThat(BusinessClock.fixedAt(then).now()).isEqualTo(then);
    }

    @Test
    void theSwitchIsRefusedWhereNobodySaidSandbox() {
        contexts.withPropertyValues("tongban.clock.settable=true")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("this is not a sandbox"));
        contexts.withPropertyValues("tongban.clock.settable=true", "tongban.environment=production")
                .run(context -> assertThat(context).hasFailed());
        contexts.withPropertyValues("tongban.clock.settable=true", "tongban.environment=sandbox")
                .run(context -> assertThat(context).hasSingleBean(BusinessClock.class));
        contexts.run(context -> assertThat(context).hasSingleBean(Clock.class).hasSingleBean(BusinessClock.class));
    }

    @Test
    void aServiceOfASandboxThatIsStartedAgainGoesOnAtTheTimeOfTheSandbox() {
        contexts.withPropertyValues(
                        "tongban.clock.starts-at=2017-05-08T09:30:00+08:00",
                        "tongban.clock.settable=true",
                        "tongban.environment=sandbox")
                .run(context -> assertThat(context.getBean(BusinessClock.class).now())
                        .isBetween(
                                ZonedDateTime.of(2017, 5, 8, 9, 30, 0, 0, BusinessClock.ZONE),
                                ZonedDateTime.of(2017, 5, 8, 9, 31, 0, 0, BusinessClock.ZONE)));
        contexts.withPropertyValues(
                        "tongban.clock.starts-at=2017-05-08T09:30:00+08:00", "tongban.environment=production")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("cannot be set"));
    }

    private static final class Ticking extends Clock {

        private Instant now;

        private Ticking(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
