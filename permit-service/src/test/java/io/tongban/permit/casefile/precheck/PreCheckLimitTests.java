package io.tongban.permit.casefile.precheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestDatabase;
import io.tongban.platform.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An account makes so many pre-checks and no more. */
@PermitServiceTest
class PreCheckLimitTests {

    private static final String PATH = "/api/v1/assessments";

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestDatabase database;

    @Autowired
    private BlindIndex blindIndex;

    /** Accounts of this test alone: the record of what they asked is not taken back. */
    private final String account = "account-" + UUID.randomUUID();

    @BeforeEach
    void firstVisit() {
        neighbours.reset();
        clock.reset();
    }

    @Test
    void theLastOneOfAClerkIsAnsweredAndTheNextIsNot() {
        made(account, 239, "50 minutes");
        window.clerk(account).post(PATH, TestWindow.facts()).expect(200);

        Answer refused = window.clerk(account).post(PATH, TestWindow.facts()).expect(429);
        assertThat(refused.at("/type")).isEqualTo("/errors/pre-checks-used-up");
        assertThat(refused.at("/most")).isEqualTo("240");
        assertThat(refused.at("/withinSeconds")).isEqualTo("3600");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(590, 600);
        window.clerk("clerk-2").post(PATH, TestWindow.facts()).expect(200);
    }

    @Test
    void whatIsOlderThanTheSpanDoesNotCount() {
        made(account, 240, "61 minutes");
        window.clerk(account).post(PATH, TestWindow.facts()).expect(200);
    }

    @Test
    void applicantsAndPartnersHaveLimitsOfTheirOwn() {
        made(account, 30, "1 minute");
        String token = tokens.token()
                .subject(account)
                .roles("applicant")
                .claim("person", blindIndex.of("person", TestWindow.ID_NUMBER))
                .sign();
        window.call().token(token).post(PATH, TestWindow.facts()).expect(429);

        database.asRuntime().sql("""
                        insert into consent_question (person, partner, item, at, business_at, allowed)
                        select 'nobody', 'busy-partner', 'residence-permit', now() - interval '1 minute', now(), false
                        from generate_series(1, 3598)
                        """).update();
        String partner = tokens.token()
                .subject("partner-of-the-limit")
                .claim("azp", "busy-partner")
                .roles("api-consumer")
                .sign();
        Map<String, Object> facts = TestWindow.facts();
        facts.put("consent", window.consent("busy-partner"));
        window.call().token(partner).post(PATH, facts).expect(200);
        window.call().token(partner).post(PATH, TestWindow.facts()).expect(403);
        window.call().token(partner).post(PATH, facts).expect(429);
    }

    private void made(String actor, int count, String ago) {
        database.asRuntime()
                .sql("""
                        insert into pre_check (at, business_at, actor, person, item, standard_version, applied_on, hypothetical,
                            assessment_digest)
                        select now() - cast(:ago as interval), now(), :actor, 'nobody', 'residence-permit', 'R1', now(), false, 'none'
                        from generate_series(1, :count)
                        """)
                .param("ago", ago)
                .param("actor", actor)
                .param("count", count)
                .update();
    }
}
