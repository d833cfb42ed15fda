package io.tongban.community.permitservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.community.TestPermitService;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** permit-service hears of every visit that has ended, if not now then later. */
@CommunityTest
class EndedVisitTests {

    private static final String ALL_CHECKED =
            "{\"toCheck\": [\"identity\"], \"checked\": [{\"criterion\": \"identity\", \"state\": \"MET\"}]}";

    @Autowired
    private Api api;

    @Autowired
    private TestPermitService permitService;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private JdbcClient jdbc;

    private final String clerk = "clerk-" + UUID.randomUUID();

    @AfterEach
    void permitServiceIsBack() {
        permitService.answers(204);
        breakers.circuitBreaker("permit-service").reset();
    }

    @Test
    void isToldOnceAndAtOnce() {
        String visit = open();
        assertThat(permitService.toldOf(visit)).isZero();

        end(visit);

        await().until(() -> !isUntold(visit) && permitService.toldOf(visit) == 1);
    }

    @Test
    void theEndStandsWhilePermitServiceIsAwayAndIsToldWhenItIsBack() {
        permitService.answers(503);
        String visit = open();

        end(visit);

        await().until(() -> permitService.toldOf(visit) > 0);
        assertThat(isUntold(visit)).isTrue();

        permitServiceIsBack();
        await().until(() -> !isUntold(visit));
    }

    @Test
    void permitServiceIsLeftAloneWhileItIsAway() {
        permitService.answers(503);
        String visit = open();
        end(visit);

        await().until(() ->
                breakers.circuitBreaker("permit-service").getState().name().equals("OPEN"));
        assertThat(isUntold(visit)).isTrue();
    }

    @Test
    void anEndThatIsRefusedIsNotTold() {
        String visit = open();
        api.post("/api/v1/visits/" + visit + "/end", mine(), ALL_CHECKED.replace("MET", "SEEN"))
                .expect(422);

        assertThat(isUntold(visit)).isFalse();
        assertThat(permitService.toldOf(visit)).isZero();
    }

    private String open() {
        return api.post("/api/v1/visits", mine(), """
                        {"window": "%s", "item": "residence-permit", "present": "APPLICANT"}
                        """.formatted(Api.QIANJIANGYUAN))
                .expect(201)
                .text("id");
    }

    private void end(String visit) {
        api.post("/api/v1/visits/" + visit + "/end", mine(), ALL_CHECKED).expect(200);
    }

    private boolean isUntold(String visit) {
        return jdbc.sql("select count(*) from visit_end_untold where visit_id = :visit")
                        .param("visit", UUID.fromString(visit))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private String mine() {
        return api.colleagueAtQianjiangyuan(clerk);
    }
}
