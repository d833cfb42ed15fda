package io.tongban.permit.casefile.reception;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Looks that leave criteria out: they are on record, and give neither a notice nor an acceptance. */
@PermitServiceTest
class LookTests {

    private static final String CLERK = "clerk-1";

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Test
    void aLookThatLeavesPapersOutGivesNoNotice() {
        Answer opened = opened(inVisit(UUID.randomUUID()), List.of("identity"));

        assertThat(opened.json().path("notice").isMissingNode()).isTrue();
        assertThat(opened.json().path("notLookedAtCriteria").valueStream().map(name -> name.asString()))
                .containsExactlyInAnyOrder("employment", "photo");
    }

    @Test
    void whatWasLookedAtInTheSameVisitCountsTogether() {
        UUID visit = UUID.randomUUID();
        Answer opened = opened(inVisit(visit), List.of("employment"));

        Answer looked = look(inVisit(visit), opened, List.of("photo"));

        assertThat(looked.json().path("notLookedAtCriteria").isMissingNode()).isTrue();
        assertThat(looked.at("/notice/number")).startsWith("N-2017-");
    }

    @Test
    void anotherVisitBeginsAnew() {
        Answer opened = opened(inVisit(UUID.randomUUID()), List.of("employment"));

        Answer looked = look(inVisit(UUID.randomUUID()), opened, List.of("photo"));

        assertThat(looked.json().path("notLookedAtCriteria").valueStream().map(name -> name.asString()))
                .containsExactly("employment");
        assertThat(looked.json().path("notice").isMissingNode()).isTrue();
    }

    @Test
    void anIncompleteLookIsNoGroundForAnAcceptance() {
        UUID visit = UUID.randomUUID();
        Answer opened = opened(inVisit(visit), List.of("identity"));

        Answer refused = inVisit(visit)
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(409);
        assertThat(refused.at("/type")).isEqualTo("/errors/look-incomplete");
        assertThat(refused.json().path("notLookedAt").valueStream().map(name -> name.asString()))
                .contains("employment");

        Answer insisted = inVisit(visit)
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of("insists", true))
                .expect(200);
        assertThat(insisted.at("/review/reason")).isEqualTo("INSISTED");
    }

    @Test
    void aReviewersLookIsAsCompleteAsThatOfTheLastVisit() {
        Answer left = opened(inVisit(UUID.randomUUID()), List.of("identity"));
        Answer again =
                reviewer().ifMatch(left).post(left.path() + "/looks", Map.of()).expect(200);

        assertThat(again.json().path("notLookedAtCriteria").valueStream().map(name -> name.asString()))
                .contains("employment");
        assertThat(again.json().path("notice").isMissingNode()).isTrue();
    }

    @Test
    void aCriterionOfNoSuchRouteIsRefused() {
        Answer refused = inVisit(UUID.randomUUID())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", nothingBrought(List.of("horoscope")))
                .expect(422);

        assertThat(refused.at("/type")).isEqualTo("/errors/part-unknown");
    }

    private Answer opened(Call clerk, List<String> lookedAt) {
        return clerk.header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", nothingBrought(lookedAt))
                .expect(201);
    }

    private static Map<String, Object> nothingBrought(List<String> lookedAt) {
        Map<String, Object> facts = TestWindow.facts();
        facts.put("papers", List.of());
        facts.put("lookedAtCriteria", lookedAt);
        return facts;
    }

    private Answer look(Call clerk, Answer seen, List<String> lookedAt) {
        return clerk.ifMatch(seen)
                .post(seen.path() + "/looks", Map.of("lookedAtCriteria", lookedAt))
                .expect(200);
    }

    private Call inVisit(UUID visit) {
        return window.call()
                .token(window.clerkToken(CLERK))
                .header(
                        "Visit-Pass",
                        neighbours.pass(CLERK).claim("visit", visit.toString()).sign());
    }

    private Call reviewer() {
        return window.reviewer("reviewer-1", "police-330104");
    }
}
