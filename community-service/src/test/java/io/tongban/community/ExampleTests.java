package io.tongban.community;

import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.openapi.OperationExample;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.description.ExampleCalls;
import java.time.Duration;
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
    private static final String VISIT = TICKET.replace("}", ", \"present\": \"APPLICANT\"}");

    @Autowired
    private RestTestClient http;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWork dueWork;

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
            case "changeWindow", "changeWindowHours", "changeWindowCapacity" ->
                calls.send(example, administrator(), Map.of("id", window()));
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
            case "handOverVisit" -> {
                at("2017-09-12T11:20");
                String visit = visit();
                at("2017-09-12T11:29");
                calls.send(example, api.colleagueAtQianjiangyuan(clerk), Map.of("id", visit));
            }
            case "listTickets" -> {
                at("2017-09-04T09:30");
                ticket();
                calls.send(example, api.colleagueAtQianjiangyuan(clerk), Map.of());
            }
            case "callNextTicket" -> {
                at("2017-09-05T09:30");
                ticket();
                calls.send(example, api.colleagueAtQianjiangyuan(clerk), Map.of());
            }
            case "callTicketAgain" -> {
                at("2017-09-06T09:30");
                calls.send(example, api.colleagueAtQianjiangyuan(clerk), Map.of("id", called(1)));
            }
            case "recordAbsence" -> {
                at("2017-09-07T09:30");
                calls.send(example, api.colleagueAtQianjiangyuan(clerk), Map.of("id", called(3)));
            }
            case "returnTicket" -> {
                at("2017-09-08T09:30");
                calls.send(example, api.applicant(applicant), Map.of("id", ticket()));
            }
            case "handOverTicket" -> {
                at("2017-09-11T09:30");
                calls.send(example, api.applicant(applicant), Map.of("id", ticket()));
            }
            case "listFindings" -> {
                at("2017-09-15T09:30");
                turnedAway();
                calls.send(example, api.supervisor("authority", "police-330104"), Map.of());
            }
            case "listSlots" -> {
                at("2017-09-13T09:30");
                calls.send(example, Api.NOBODY, Map.of("id", api.ownWindow(1)));
            }
            case "bookAppointment",
                    "getAppointment",
                    "listAppointments",
                    "moveAppointment",
                    "cancelAppointment",
                    "checkInAppointment" -> {
                at("2017-09-13T09:30");
                ofAppointments(example, calls);
            }
            default -> throw new AssertionError("nobody sends the example " + example.name());
        }
    }

    private void ofAppointments(OperationExample example, ExampleCalls calls) {
        String window = api.ownWindow(1);
        switch (example.name()) {
            case "bookAppointment" -> calls.send(example, api.applicant(applicant), Map.of("/window", window));
            case "full" -> {
                book(window, "somebody-" + UUID.randomUUID());
                calls.send(example, api.applicant(applicant), Map.of("/window", window));
            }
            case "displaced" -> {
                String appointment = book(window, applicant);
                api.put("/api/v1/windows/" + window + "/hours", administrator(), "\"2\"", """
                                {"workingDays": [{"opens": "10:00", "closes": "17:00"}], "weekends": []}
                                """)
                        .expect(200);
                dueWork.doWhatIsDue();
                calls.send(example, api.applicant(applicant), Map.of("id", appointment));
            }
            case "moveAppointment" ->
                calls.send(example, api.applicant(applicant), Map.of("id", book(window, applicant), "/window", window));
            case "checkInAppointment" -> {
                String appointment = book(window, applicant);
                at("2017-09-14T09:00");
                calls.send(example, api.applicant(applicant), Map.of("id", appointment));
            }
            default -> calls.send(example, api.applicant(applicant), Map.of("id", book(window, applicant)));
        }
    }

    private String book(String window, String account) {
        return api.post("/api/v1/appointments", api.applicant(account), """
                        {"window": "%s", "item": "residence-registration", "startsAt": "2017-09-14T09:00:00+08:00"}
                        """.formatted(window))
                .expect(201)
                .text("id");
    }

    /** A ticket that was called so often over five minutes; then it is half past nine again. */
    private String called(int calls) {
        String id = ticket();
        String token = api.colleagueAtQianjiangyuan(clerk);
        Api.Answer seen = api.post("/api/v1/windows/" + Api.QIANJIANGYUAN + "/calls", token, "");
        for (int call = 1; call < calls; call++) {
            clock.advance(Duration.ofMinutes(5));
            seen = api.act("/api/v1/tickets/" + id + "/calls", token, seen.expect(call == 1 ? 201 : 200), null);
        }
        return id;
    }

    private void turnedAway() {
        api.post("/api/v1/visits/" + visit() + "/end", api.colleagueAtQianjiangyuan(clerk), """
                        {"toCheck": ["identity"], "checked": [], "code": "NOT_OUR_RESIDENT"}
                        """)
                .expect(200);
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
        return api.post("/api/v1/visits", api.colleagueAtQianjiangyuan(clerk), VISIT)
                .expect(201)
                .text("id");
    }
}
