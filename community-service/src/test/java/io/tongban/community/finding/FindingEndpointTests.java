package io.tongban.community.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.TestClock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Findings go to the authority and to the host of the window, and to nobody else. */
@CommunityTest
class FindingEndpointTests {

    private static final String OF_THE_DAY = "/api/v1/findings?on=2017-07-17";

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    private final String clerk = "clerk-" + UUID.randomUUID();

    @BeforeEach
    void aDayOfItsOwn() {
        clock.set(LocalDateTime.parse("2017-07-17T10:00").atZone(BusinessClock.ZONE));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "authority, civil-affairs-330104, true",
        "authority, civil-affairs-330102, false",
        "division, 330104008003, true",
        "division, 330104008000, true",
        "division, 330100000000, true",
        "division, 330104008008, false",
        "division, 330102000000, false",
        "division, 000000000000, false"
    })
    void aSupervisorReadsThoseOfTheAuthorityOrTheDivision(String claim, String value, boolean reads) {
        String visit = turnedAway();

        assertThat(visits(api.supervisor(claim, value)).contains(visit)).isEqualTo(reads);
    }

    @Test
    void theHostReadsThoseOfItsPlace() {
        String visit = turnedAway();

        assertThat(visits(api.tierAdmin("330104008003"))).contains(visit);
        assertThat(visits(api.tierAdmin("330104008008"))).doesNotContain(visit);
        assertThat(visits(api.withRoles("supervisor", "tier-admin"))).isEmpty();
    }

    @Test
    void nobodyElseReadsAny() {
        api.get(OF_THE_DAY, Api.NOBODY).expectProblem(401, "not-signed-in");
        for (String other :
                List.of(api.clerkOfOwnWindow(clerk), api.applicant("jiang"), api.withRoles("reviewer", "device"))) {
            api.get(OF_THE_DAY, other).expectProblem(403, "not-allowed");
        }
    }

    @Test
    void aDayIsReadPageByPage() {
        String supervisor = api.supervisor("division", "330104008003");
        turnedAway();
        turnedAway();
        List<String> all = visits(supervisor);

        Api.Answer first = api.get(OF_THE_DAY + "&limit=1", supervisor).expect(200);
        Api.Answer second = api.get(OF_THE_DAY + "&limit=1&after=" + first.text("next"), supervisor)
                .expect(200);

        assertThat(first.texts("items", "visit")).containsExactly(all.get(0));
        assertThat(second.texts("items", "visit")).containsExactly(all.get(1));
        assertThat(first.texts("items", "happenedOn")).containsExactly("2017-07-17");
        api.get(OF_THE_DAY + "&after=x", supervisor).expectProblem(422, "invalid-request");
        assertThat(api.get("/api/v1/findings", supervisor).expect(200).texts("items", "visit"))
                .as("today")
                .isEqualTo(all);
    }

    private List<String> visits(String token) {
        return api.get(OF_THE_DAY + "&limit=200", token).expect(200).texts("items", "visit");
    }

    private String turnedAway() {
        String token = api.clerkOfOwnWindow(clerk);
        String visit = api.post("/api/v1/visits", token, """
                        {"window": "%s", "item": "elder-card", "present": "APPLICANT"}
                        """.formatted(api.ownWindow(0)))
                .expect(201)
                .text("id");
        api.post("/api/v1/visits/" + visit + "/end", token, """
                        {"toCheck": ["identity"], "checked": [], "code": "NOT_OUR_RESIDENT"}
                        """).expect(200);
        return visit;
    }
}
