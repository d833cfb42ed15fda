package io.tongban.permit;

import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.openapi.OperationExample;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.description.ExampleCalls;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The example of a choice between two versions is answered as it says. */
@TwoVersionsTest
class ChoiceExampleTests {

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void firstVisit() {
        neighbours.reset();
        clock.reset();
    }

    static Stream<OperationExample> examples() {
        return ExampleCalls.all().filter(example -> example.operation().equals("chooseStandard"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isAnsweredAsItSays(OperationExample example) {
        Answer seen = undecidedBetweenTwo();
        new ExampleCalls(http)
                .send(
                        example,
                        window.applicantToken(TestWindow.ID_NUMBER),
                        Map.of("id", seen.at("/id"), "If-Match", seen.header("ETag")));
    }

    /** Opened under the first version, and seen when the second is sooner and asks for one paper more. */
    private Answer undecidedBetweenTwo() {
        String pass = neighbours.pass("clerk-1").claim("item", "garden-plot").sign();
        Answer opened = window.call()
                .token(window.clerkToken("clerk-1"))
                .header("Visit-Pass", pass)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/v1/cases",
                        Map.of(
                                "item", "garden-plot",
                                "route", "only",
                                "applicant", Map.of("name", TestWindow.NAME, "idNumber", TestWindow.ID_NUMBER),
                                "residence", Map.of("division", "330104008008", "registeredOn", "2017-01-01"),
                                "papers", List.of()))
                .expect(201);
        clock.set(LocalDate.of(2017, 5, 2));
        window.call()
                .token(window.clerkToken("clerk-1"))
                .header("Visit-Pass", pass)
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", Map.of())
                .expect(409);
        return window.applicant(TestWindow.ID_NUMBER).get(opened.path()).expect(200);
    }
}
