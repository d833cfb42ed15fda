package io.tongban.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.migration.Migration;
import io.tongban.platform.outbox.Outbox.Claimed;
import io.tongban.platform.outbox.Recipients.Recipient;
import io.tongban.platform.outbox.ShownMessage.State;
import io.tongban.platform.problem.Language;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** What is written once is sent by one replica at a time. */
class OutboxTests {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final MessageTexts TEXTS = MessageTexts.load(OutboxTests.class.getClassLoader());
    private static final BusinessClock BUSINESS_CLOCK =
            BusinessClock.fixedAt(ZonedDateTime.of(2017, 4, 6, 9, 30, 0, 0, BusinessClock.ZONE));
    private static final Recipient RECIPIENT = new Recipient("19900000001", Language.EN);

    private final UUID subject = UUID.randomUUID();
    private final Instant soon = Instant.now().plusSeconds(60);
    private final Outbox outbox = outbox(Clock.systemUTC());

    @BeforeAll
    static void migrate() {
        new Migration(DATABASE.settingsOfMigrate(new MockEnvironment()
                        .withProperty("spring.flyway.locations", "classpath:db/platform")
                        .withProperty("spring.flyway.placeholders.runtimeRole", DATABASE.runtimeRole())))
                .run();
    }

    @BeforeEach
    void empty() {
        DATABASE.asOwner().sql("delete from outbox_message").update();
    }

    @Test
    void aMessageIsWrittenOnceForEachSubjectTemplateAndKey() {
        outbox.add(List.of(message("1"), message("2")));
        outbox.add(List.of(message("2"), new NewMessage(UUID.randomUUID(), "made", "2", Map.of())));

        assertThat(outbox.about(subject, null, 10)).hasSize(2).allSatisfy(shown -> {
            assertThat(shown.en()).isEqualTo("Your thing is blue.");
            assertThat(shown.zh()).isEqualTo("您的物品是蓝色的。");
            assertThat(shown.writtenAt()).hasToString("2017-04-06T09:30+08:00");
            assertThat(shown.state()).isEqualTo(State.WAITING);
        });
        assertThat(outbox.claim(10, soon)).hasSize(3);
    }

    @Test
    void ofTwoReplicasOneHasAMessage() throws Exception {
        outbox.add(IntStream.range(0, 20).mapToObj(i -> message("" + i)).toList());

        List<Claimed> claimed = new ArrayList<>();
        Flood.atOnce(Collections.nCopies(6, (Callable<List<Claimed>>) () -> outbox.claim(4, soon)))
                .forEach(claimed::addAll);

        assertThat(claimed).extracting(Claimed::id).doesNotHaveDuplicates().hasSize(20);
        assertThat(outbox.claim(4, soon)).isEmpty();
    }

    @Test
    void whoHasLostAClaimChangesNothing() {
        outbox.add(List.of(message("1")));
        Claimed dead = outbox.claim(1, Instant.now().minusSeconds(1)).getFirst();
        Claimed alive = outbox.claim(1, soon).getFirst();

        outbox.sent(dead);
        outbox.notSent(dead, 1);
        outbox.tryAgain(dead, Instant.now());
        assertThat(state()).isEqualTo(State.WAITING);
        assertThat(outbox.claim(1, soon)).isEmpty();

        outbox.sent(alive);
        outbox.stop(subject);
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void whatIsStoppedIsNotSent() {
        outbox.add(List.of(message("1")));
        outbox.stop(subject);

        assertThat(state()).isEqualTo(State.NOT_SENT);
        assertThat(outbox.claim(1, soon)).isEmpty();
    }

    @Test
    void noMessageIsBegunThatCouldOutlastItsClaim() {
        SettableClock clock = new SettableClock();
        outbox.add(IntStream.range(0, 20).mapToObj(i -> message("" + i)).toList());
        Instant claimOver = clock.instant().plus(settings().claimedFor());
        List<Instant> begun = new ArrayList<>();
        MessageGateway slow = (id, address, text) -> {
            begun.add(clock.instant());
            clock.advance(settings().longestTry().minusMillis(1));
        };

        sending(slow, subject -> Optional.of(RECIPIENT), clock, 20).run();

        assertThat(begun)
                .hasSize(10)
                .allSatisfy(at -> assertThat(at.plus(settings().longestTry())).isBeforeOrEqualTo(claimOver));
        assertThat(settings().longestTry().multipliedBy(settings().atOnce()))
                .as("as many as are claimed together")
                .isLessThan(settings().claimedFor());
    }

    @Test
    void aTryThatWasBrokenOffCounts() {
        SettableClock clock = new SettableClock();
        outbox.add(List.of(message("1")));
        SendMessages sending = sending((id, address, text) -> {}, OutboxTests::unreadable, clock, 5);

        for (int tries = 1; tries <= settings().retries().size(); tries++) {
            sending.run();
            assertThat(tries()).isEqualTo(tries);
            assertThat(state()).isEqualTo(State.WAITING);
            clock.advance(settings().retries().get(tries - 1));
        }
        sending.run();

        assertThat(state()).isEqualTo(State.NOT_SENT);
    }

    @Test
    void whatIsTooOldIsOnlyShownWhoeverItIsFor() {
        SettableClock clock = new SettableClock();
        outbox.add(List.of(message("1")));
        clock.advance(Duration.ofHours(25));

        sending((id, address, text) -> {}, OutboxTests::unreadable, clock, 5).run();

        assertThat(state()).isEqualTo(State.NOT_SENT);
        assertThat(tries()).isZero();
    }

    private static Optional<Recipient> unreadable(UUID subject) {
        throw new IllegalStateException("as a test wants it");
    }

    private int tries() {
        return DATABASE.asRuntime()
                .sql("select tries from outbox_message")
                .query(Integer.class)
                .single();
    }

    private SendMessages sending(MessageGateway gateway, Recipients recipients, Clock clock, int atOnce) {
        OutboxProperties settings = settings();
        return new SendMessages(
                outbox(clock),
                recipients,
                gateway,
                TEXTS,
                new OutboxProperties(
                        settings.gateway(),
                        settings.from(),
                        settings.until(),
                        settings.sendEvery(),
                        atOnce,
                        settings.claimedFor(),
                        settings.retries(),
                        settings.within()),
                BUSINESS_CLOCK,
                clock,
                new SimpleMeterRegistry());
    }

    private static OutboxProperties settings() {
        return new Binder().bindOrCreate("tongban.outbox", OutboxProperties.class);
    }

    private static Outbox outbox(Clock clock) {
        return new Outbox(DATABASE.asRuntime(), TEXTS, clock, BUSINESS_CLOCK, Duration.ofDays(1));
    }

    private State state() {
        return outbox.about(subject, null, 1).getFirst().state();
    }

    private NewMessage message(String key) {
        return new NewMessage(subject, "made", key, Map.of("colour", "BLUE"));
    }

    /** Begins a little ahead of the real one, so that what was just written is due; it stands still until it is moved. */
    private static final class SettableClock extends Clock {

        private Instant instant = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);

        void advance(Duration duration) {
            instant = instant.plus(duration);
        }

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("it has one zone");
        }
    }
}
