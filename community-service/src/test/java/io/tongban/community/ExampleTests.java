package io.tongban.community;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.openapi.OperationExample;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.description.ExampleCalls;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The examples of the description are answered as they say. */
@CommunityTest
class ExampleTests {

    private static final String TICKET = """
            {"window": "%s", "item": "residence-permit"}
            """.formatted(Api.QIANJIANGYUAN);

    @Autowired
    private RestTestClient http;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    private final String clerk = "clerk-" + UUID.randomUUID();
    private final String applicant = "applicant-" + UUID.randomUUID();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    static Stream<OperationExample> examples() {
        return ExampleCalls.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isAnsweredAsItSays(OperationExample example) {
        ExampleCalls calls = new ExampleCalls(http);
        switch (example.operation()) {
            case "listDivisions", "getDivision", "listOpenWindows", "getWindow" ->
                calls.send(example, Api.NOBODY, Map.of());
            case "addWindow" -> calls.send(example, administrator(), Map.of());
            case "changeWindow", "changeWindowHours" -> calls.send(example, administrator(), Map.of("id", window()));
            case "takeTicket" -> {
                at("2017-06-12T09:30");
                calls.send(example, api.applicant(applicant), Map.of());
            }
            case "getTicket" -> {
                at("2017-06-13T09:30");
                calls.send(example, api.applicant(applicant), Map.of("id", ticket()));
            }
            case "openVisit" -> {
                at("2017-06-14T09:30");
                calls.send(example, api.colleagueAtQianjiangyuan(clerk), Map.of("/ticket", ticket()));
            }
            case "getVisit", "renewVisitPass" -> {
                at("2017-06-14T09:40");
                calls.send(example, api.colleagueAtQianjiangyuan(clerk), Map.of("id", visit()));
            }
            case "endVisit" -> {
                at("2017-06-14T11:20");
                String visit = visit();
                at("2017-06-14T11:29");
                calls.send(example, api.colleagueAtQianjiangyuan(clerk), Map.of("id", visit));
            }
            default -> throw new AssertionError("nobody sends the example " + example.name());
        }
    }

    private void at(String time) {
        clock.set(LocalDateTime.parse(time).atZone(BusinessClock.ZONE));
    }

    private String administrator() {
        return api.tierAdmin("330104000000");
    }

    private String window() {
        return api.post("/api/v1/windows", administrator(), """
                        {"division": "330104008003", "centre": "三叉社区便民服务站", "name": "窗口 %s",
                         "authority": "police-330104", "items": ["residence-registration"],
                         "hours": {"workingDays": [{"opens": "08:30", "closes": "17:00"}], "weekends": []}}
                        """.formatted(UUID.randomUUID()))
                .expect(201)
                .text("id");
    }

    private String ticket() {
        return api.post("/api/v1/tickets", api.applicant(applicant), TICKET)
                .expect(201)
                .text("id");
    }

    private String visit() {
        return api.post("/api/v1/visits", api.colleagueAtQianjiangyuan(clerk), TICKET)
                .expect(201)
                .text("id");
    }
}
