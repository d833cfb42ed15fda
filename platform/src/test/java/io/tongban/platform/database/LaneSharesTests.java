package io.tongban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaneSharesTests {

    private final LaneShares shares = new LaneShares(5, Map.of("north", 1, "south", 2));

    @Test
    void aLaneTakesItsOwnPlacesAndTheRestButNotTheOthers() throws InterruptedException {
        assertThat(enter("north")).isNotNull();
        assertThat(enter("north")).as("the one place that is nobody's").isNotNull();
        assertThat(enter("north")).as("the others' places").isNull();

        assertThat(enter("south")).isNotNull();
        assertThat(enter("south")).isNotNull();
        assertThat(enter("south")).isNull();
        assertThat(enter(null)).as("own work").isNotNull();
        assertThat(shares.used("north")).isEqualTo(2);
        assertThat(shares.used("south")).isEqualTo(2);
    }

    @Test
    void whatIsInNoKnownLaneIsOwnWork() throws InterruptedException {
        assertThat(enter("nowhere")).isNotNull();

        assertThat(shares.used(LaneShares.OWN_WORK)).isEqualTo(1);
    }

    @Test
    void aPlaceThatIsGivenBackIsThereAgain() throws InterruptedException {
        LaneShares.Share first = Objects.requireNonNull(enter("north"));
        LaneShares.Share borrowed = Objects.requireNonNull(enter("north"));
        shares.leave(first);
        shares.leave(borrowed);

        assertThat(enter("south")).isNotNull();
        assertThat(enter("south")).isNotNull();
        assertThat(enter("south")).as("the rest, which the other lane had").isNotNull();
    }

    @Test
    void whoWaitsGetsThePlaceThatBecomesFree() throws Exception {
        LaneShares.Share own = Objects.requireNonNull(enter("north"));
        LaneShares.Share rest = Objects.requireNonNull(enter("north"));
        CompletableFuture<LaneShares.@Nullable Share> ofItsLane = waiting("north");
        shares.leave(own);
        assertThat(ofItsLane.get(10, TimeUnit.SECONDS)).isNotNull();

        Objects.requireNonNull(enter("south"));
        Objects.requireNonNull(enter("south"));
        CompletableFuture<LaneShares.@Nullable Share> ofAnother = waiting("south");
        shares.leave(rest);
        shares.leave(rest);
        assertThat(ofAnother.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whoComesLaterTakesNoPlaceBeforeOneWhoWaits() throws Exception {
        LaneShares.Share own = Objects.requireNonNull(enter("north"));
        Objects.requireNonNull(enter("north"));
        CompletableFuture<LaneShares.@Nullable Share> first = waiting("north");

        shares.leave(own);

        assertThat(enter("north")).isNull();
        assertThat(first.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void refusesToReserveMoreThanThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LaneShares(3, Map.of("north", 1, "south", 2)))
                .withMessageContaining("4 connections");
    }

    private LaneShares.@Nullable Share enter(@Nullable String lane) throws InterruptedException {
        return shares.enter(lane, Duration.ZERO);
    }

    private CompletableFuture<LaneShares.@Nullable Share> waiting(String lane) {
        CompletableFuture<LaneShares.@Nullable Share> got = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                got.complete(shares.enter(lane, Duration.ofSeconds(10)));
            } catch (InterruptedException interrupted) {
                got.completeExceptionally(interrupted);
            }
        });
        while (shares.waiting(lane) == 0) {
            Thread.onSpinWait();
        }
        return got;
    }
}
