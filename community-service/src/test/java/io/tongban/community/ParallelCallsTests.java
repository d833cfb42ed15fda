package io.tongban.community;

import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestClock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One lane's calls, sixty at a time on eight connections, are all answered and leave the other lanes theirs. */
@CommunityTest
class ParallelCallsTests {

    private static final String ALL_CHECKED = """
            {"toCheck": ["identity"], "checked": [{"criterion": "identity", "state": "MET"}],
             "case": "0190a000-0000-7000-8000-000000000001", "notice": "N-1"}
            """;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aDayOfItsOwn() {
        clock.set(LocalDate.of(2017, 6, 20));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void areAllAnsweredAndLeaveTheOtherLanesTheirs(Kind kind) throws Exception {
        Morning morning = Morning.of(api);
        Api flooding = api.inLane("online");
        Api window = api.inLane("community");

        Flood.isAnswered(kind.status, () -> kind.call.apply(flooding, morning).status(), () -> {
            for (int i = 0; i < 5; i++) {
                window.get(morning.visit, morning.clerk).expect(200);
            }
        });
    }

    /** What was there before: a ticket that an applicant took, and a visit that a clerk opened and another that they ended. */
    private record Morning(String applicant, String ticket, String clerk, String visit, String ended) {

        static Morning of(Api api) {
            String applicant = api.applicant("applicant-" + UUID.randomUUID());
            String clerk = api.colleagueAtQianjiangyuan("clerk-" + UUID.randomUUID());
            String ended = "/api/v1/visits/" + open(api, clerk).expect(201).text("id");
            api.post(ended + "/end", clerk, ALL_CHECKED).expect(200);
            return new Morning(
                    applicant,
                    "/api/v1/tickets/" + take(api, applicant).expect(201).text("id"),
                    clerk,
                    "/api/v1/visits/" + open(api, clerk).expect(201).text("id"),
                    ended);
        }
    }

    private static Api.Answer take(Api api, String applicant) {
        return api.post("/api/v1/tickets", applicant, """
                {"window": "%s", "item": "residence-permit"}
                """.formatted(Api.QIANJIANGYUAN));
    }

    private static Api.Answer open(Api api, String clerk) {
        return api.post("/api/v1/visits", clerk, """
                {"window": "%s", "item": "residence-permit", "ticket": null, "present": "APPLICANT"}
                """.formatted(Api.QIANJIANGYUAN));
    }

    enum Kind {
        DIVISIONS(200, (api, morning) -> api.get("/api/v1/divisions?parent=330104000000", Api.NOBODY)),
        DIVISION(200, (api, morning) -> api.get("/api/v1/divisions/330104008008", Api.NOBODY)),
        OPEN_WINDOWS(
                200,
                (api, morning) -> api.get(
                        "/api/v1/windows?item=residence-permit&at=2017-06-20T09:30:00+08:00&division=330104008008",
                        Api.NOBODY)),
        WINDOW(200, (api, morning) -> api.get("/api/v1/windows/" + Api.QIANJIANGYUAN, Api.NOBODY)),
        NEW_WINDOW(
                201,
                (api, morning) ->
                        api.post("/api/v1/windows", api.tierAdmin("330104000000"), """
                {"division": "330104008003", "centre": "试验便民服务站", "name": "窗口 %s", "authority": "police-330104",
                 "items": ["residence-registration"], "hours": {"workingDays": [], "weekends": []}}
                """.formatted(UUID.randomUUID()))),
        WINDOW_CHANGE(
                412,
                (api, morning) ->
                        api.put("/api/v1/windows/" + Api.JIANGGAN, api.tierAdmin("330104000000"), "\"99\"", """
                {"name": "a name", "authority": "police-330104", "items": ["residence-registration"]}
                """)),
        TICKET_TAKING(201, (api, morning) -> take(api, api.applicant("applicant-" + UUID.randomUUID()))),
        TICKET(200, (api, morning) -> api.get(morning.ticket, morning.applicant)),
        VISIT_OPENING(201, (api, morning) -> open(api, api.colleagueAtQianjiangyuan("clerk-" + UUID.randomUUID()))),
        VISIT(200, (api, morning) -> api.get(morning.visit, morning.clerk)),
        PASS(200, (api, morning) -> api.post(morning.visit + "/pass", morning.clerk, "{}")),
        VISIT_ENDING(409, (api, morning) -> api.post(morning.ended + "/end", morning.clerk, ALL_CHECKED));

        private final int status;

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final BiFunction<Api, Morning, Api.Answer> call;

        Kind(int status, BiFunction<Api, Morning, Api.Answer> call) {
            this.status = status;
            this.call = call;
        }
    }
}
