package io.tongban.community.permitservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tongban.community.CommunityTest;
import io.tongban.community.TestPermitService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is known of the names of criteria, and when it is read again. */
@CommunityTest
class CriterionNamesTests {

    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    @Autowired
    private PermitService permitService;

    @Autowired
    private TestPermitService played;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private final String item = "item-" + UUID.randomUUID();
    private final MovedClock clock = new MovedClock();

    @AfterEach
    void permitServiceIsLeftAsItWas() {
        breakers.circuitBreaker("permit-service").reset();
    }

    @Test
    void aCriterionOfAVersionPublishedMeanwhileIsFound() {
        CriterionNames names = new CriterionNames(permitService, KEPT_FOR, clock);
        played.standard(item, "A1", "identity");
        assertThat(names.of(item, List.of("identity")))
                .hasValueSatisfying(all -> assertThat(all.known()).containsExactly("identity"));
        played.standard(item, "A2", "photo");

        clock.now = clock.now.plusSeconds(11);

        assertThat(names.of(item, List.of("photo")))
                .hasValueSatisfying(all -> assertThat(all.known()).contains("photo"));
    }

    @Test
    void whatEveryRouteOfEveryVersionHasIsAlwaysEvaluated() {
        CriterionNames names = new CriterionNames(permitService, KEPT_FOR, clock);
        played.standard(item, "A1", "identity", "photo");
        played.standard(item, "A2", "photo", "residence");

        assertThat(names.of(item, List.of("identity"))).hasValueSatisfying(all -> {
            assertThat(all.always()).containsExactly("photo");
            assertThat(all.lacking(List.of("identity"))).containsExactly("photo");
            assertThat(all.outside(List.of("identity", "mood"))).containsExactly("mood");
        });
    }

    @Test
    void anItemWithoutAStandardHasNone() {
        CriterionNames names = new CriterionNames(permitService, KEPT_FOR, clock);

        assertThat(names.of(item, List.of("identity")))
                .hasValueSatisfying(all -> assertThat(all.isNone()).isTrue());
    }

    @Test
    void whatWasReadAMomentAgoIsNotReadAgain() {
        CriterionNames names = new CriterionNames(permitService, KEPT_FOR, clock);
        played.standard(item, "A1", "identity");
        names.of(item, List.of("identity"));
        names.of(item, List.of("mood"));
        clock.now = clock.now.plus(KEPT_FOR).minusSeconds(1);
        names.of(item, List.of("identity"));

        assertThat(played.readings(item)).isEqualTo(1);
    }

    @Test
    void nothingIsKnownWhilePermitServiceIsAway() {
        CriterionNames names = new CriterionNames(permitService, KEPT_FOR, clock);
        played.noStandards(item, 503);

        assertThat(names.of(item, List.of("identity"))).isEmpty();
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-30T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
