package io.tongban.community.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tongban.community.division.DivisionId;
import io.tongban.community.division.Tier;
import io.tongban.community.trip.Present;
import io.tongban.community.visit.points.CheckedPoints;
import io.tongban.community.visit.points.CriterionState;
import io.tongban.community.window.WindowId;
import io.tongban.platform.test.TestClock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a visit says of itself. */
class VisitTests {

    @Test
    void anOpenVisitCanHaveAPass() {
        assertThat(visit(null).served().clerk()).isEqualTo("clerk");
    }

    @Test
    void aVisitThatHasEndedHasNone() {
        CheckedPoints points =
                new CheckedPoints(new LinkedHashSet<>(List.of("identity")), Map.of("identity", CriterionState.MET));
        VisitEnd end = new VisitEnd(
                new VisitEnd.Outcome(points, true, null, null, null, null), TestClock.START, Instant.EPOCH, null);
        assertThatIllegalStateException().isThrownBy(() -> visit(end).served());
    }

    private static Visit visit(@Nullable VisitEnd end) {
        Visit.Place place = new Visit.Place(
                new WindowId(UUID.randomUUID()),
                Tier.COMMUNITY,
                new DivisionId(UUID.randomUUID()),
                "330104008008",
                UUID.randomUUID(),
                "police-330104");
        return new Visit(
                new VisitId(UUID.randomUUID()),
                place,
                "residence-permit",
                "clerk",
                null,
                Present.APPLICANT,
                TestClock.START,
                Instant.EPOCH,
                true,
                end);
    }
}
