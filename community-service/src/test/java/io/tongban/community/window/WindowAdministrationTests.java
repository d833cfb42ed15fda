package io.tongban.community.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.platform.test.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tier administrator adds and changes windows of their own subtree. */
@CommunityTest
class WindowAdministrationTests {

    private static final String WINDOWS = "/api/v1/windows";
    private static final String COVERS_LUNCH = """
            {"workingDays": [{"opens": "08:30", "closes": "17:00"}], "weekends": []}""";

    @Autowired
    private Api api;

    @Autowired
    private TestDatabase database;

    @Test
    void addsAWindowThatIsFoundAtOnce() {
        Api.Answer added = add(api.tierAdmin("330104000000"), "330104008003").expect(201);

        assertThat(added.headers().getETag()).isEqualTo("\"1\"");
        assertThat(added.headers().getLocation()).hasPath(WINDOWS + "/" + added.text("id"));
        Api.Answer read = api.get(WINDOWS + "/" + added.text("id"), Api.NOBODY).expect(200);
        assertThat(read.body()).isEqualTo(added.body());
        assertThat(read.headers().getETag()).isEqualTo("\"1\"");
        assertThat(read.text("division")).isEqualTo("330104008003");
        assertThat(read.text("lunch")).isEqualTo("COVERED");
        assertThat(read.body()
                        .path("hours")
                        .path("workingDays")
                        .path(0)
                        .path("opens")
                        .asString())
                .isEqualTo("08:30");
        assertThat(api.get(
                                WINDOWS
                                        + "?item=residence-registration&at=2017-05-08T12:00:00+08:00&division=330104008003",
                                Api.NOBODY)
                        .texts("items", "id"))
                .contains(added.text("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"330104008003", "330104008000", "330104000000", "330100000000"})
    void anAdministratorOfAnyTierAboveMayAddThere(String administered) {
        add(api.tierAdmin(administered), "330104008003").expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"330102000000", "330104008000", "330104008008", "000000000000"})
    void outsideTheirSubtreeTheyMayNot(String administered) {
        add(api.tierAdmin(administered), "330104000000").expectProblem(403, "division-not-yours");
        String window = WINDOWS + "/" + Api.JIANGGAN;
        String admin = api.tierAdmin(administered);
        api.put(window, admin, "\"1\"", changed("a name")).expectProblem(403, "division-not-yours");
        api.put(window + "/hours", admin, "\"1\"", COVERS_LUNCH).expectProblem(403, "division-not-yours");
        api.put(window + "/capacity", admin, "\"1\"", "{\"capacity\": 1}").expectProblem(403, "division-not-yours");
    }

    @Test
    void anAdministratorWithoutADivisionMayNothing() {
        add(api.withRoles("tier-admin"), "330104008003").expectProblem(403, "division-not-yours");
    }

    @Test
    void nobodyElseMayAddOrChange() {
        String window = WINDOWS + "/" + Api.QIANJIANGYUAN;
        for (String token : List.of(
                api.clerkOfQianjiangyuan(),
                api.withRoles("applicant", "reviewer", "supervisor", "standards-editor", "auditor", "api-consumer"))) {
            add(token, "330104008008").expectProblem(403, "not-allowed");
            api.put(window, token, "\"1\"", changed("a name")).expectProblem(403, "not-allowed");
            api.put(window + "/hours", token, "\"1\"", COVERS_LUNCH).expectProblem(403, "not-allowed");
            api.put(window + "/capacity", token, "\"1\"", "{\"capacity\": 1}").expectProblem(403, "not-allowed");
        }
        add(Api.NOBODY, "330104008008").expectProblem(401, "not-signed-in");
        api.put(window, Api.NOBODY, "\"1\"", changed("a name")).expectProblem(401, "not-signed-in");
        api.put(window + "/hours", Api.NOBODY, "\"1\"", COVERS_LUNCH).expectProblem(401, "not-signed-in");
    }

    @Test
    void changesAWindowFromTheVersionThatWasSeen() {
        String admin = api.tierAdmin("330104000000");
        String window = WINDOWS + "/" + add(admin, "330104008003").text("id");

        Api.Answer renamed = api.put(window, admin, "\"1\"", changed(unique())).expect(200);
        assertThat(renamed.headers().getETag()).isEqualTo("\"2\"");
        assertThat(renamed.body().path("items")).hasSize(1);
        Api.Answer hours = api.put(window + "/hours", admin, "\"2\"", """
                        {"workingDays": [{"opens": "13:30", "closes": "17:00"}, {"opens": "08:30", "closes": "11:30"}],
                         "weekends": [{"opens": "09:00", "closes": "12:00"}]}
                        """).expect(200);
        assertThat(hours.headers().getETag()).isEqualTo("\"3\"");
        assertThat(hours.text("lunch")).isEqualTo("CLOSED");
        assertThat(hours.text("name")).isEqualTo(renamed.text("name"));

        api.put(window, admin, "\"1\"", changed(unique())).expectProblem(412, "window-changed");
        api.put(window + "/hours", admin, "\"2\"", COVERS_LUNCH).expectProblem(412, "window-changed");
        api.put(window, admin, "W/\"3\"", changed(unique())).expectProblem(412, "window-changed");
        api.put(window, admin, null, changed(unique())).expectProblem(428, "window-version-missing");
        api.put(window + "/hours", admin, null, COVERS_LUNCH).expectProblem(428, "window-version-missing");
        assertThat(api.get(window, Api.NOBODY).headers().getETag()).isEqualTo("\"3\"");
        assertThat(changesOf(hours.text("id"))).containsExactly(1, 2, 3);
    }

    @Test
    void aWindowHasNoPlacesUntilItIsGivenSome() {
        String admin = api.tierAdmin("330104000000");
        Api.Answer added = add(admin, "330104008003").expect(201);
        String window = WINDOWS + "/" + added.text("id");
        assertThat(added.body().path("capacity").asInt(-1)).isZero();

        Api.Answer given = api.put(window + "/capacity", admin, "\"1\"", "{\"capacity\": 3}")
                .expect(200);

        assertThat(given.body().path("capacity").asInt()).isEqualTo(3);
        assertThat(given.headers().getETag()).isEqualTo("\"2\"");
        assertThat(changesOf(added.text("id"))).containsExactly(1, 2);
        api.put(window + "/capacity", admin, "\"1\"", "{\"capacity\": 4}").expectProblem(412, "window-changed");
        api.put(window + "/capacity", admin, null, "{\"capacity\": 4}").expectProblem(428, "window-version-missing");
        for (String wrong : List.of("-1", "101", "null", "\"1\"")) {
            api.put(window + "/capacity", admin, "\"2\"", "{\"capacity\": %s}".formatted(wrong))
                    .expectProblem(422, "invalid-request");
        }
        api.put(WINDOWS + "/" + UUID.randomUUID() + "/capacity", admin, "\"1\"", "{\"capacity\": 1}")
                .expectProblem(404, "window-unknown");
    }

    @Test
    void ofTwoChangesAtTheSameTimeOneWins() throws Exception {
        String admin = api.tierAdmin("330104000000");
        String window = WINDOWS + "/" + add(admin, "330104008003").text("id");
        try (ExecutorService administrators = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> changes = IntStream.range(0, 6)
                    .mapToObj(number ->
                            administrators.submit(() -> api.put(window + "/hours", admin, "\"1\"", COVERS_LUNCH)))
                    .toList();
            int won = 0;
            for (Future<Api.Answer> change : changes) {
                Api.Answer answer = change.get();
                won += answer.status() == 200 ? 1 : 0;
                assertThat(answer.status()).isIn(200, 412);
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void aNameIsOnceInACentre() {
        String admin = api.tierAdmin("330104000000");
        String name = unique();
        api.post(WINDOWS, admin, window("330104008003", name)).expect(201);
        api.post(WINDOWS, admin, window("330104008003", name)).expectProblem(409, "window-name-taken");
        String other = WINDOWS + "/" + add(admin, "330104008003").text("id");
        api.put(other, admin, "\"1\"", changed(name)).expectProblem(409, "window-name-taken");
        assertThat(api.get(other, Api.NOBODY).headers().getETag()).isEqualTo("\"1\"");
    }

    @Test
    void theSameKeyAddsOneWindow() {
        String admin = api.tierAdmin("330104000000");
        String key = UUID.randomUUID().toString();
        String body = window("330104008003", unique());
        Api.Answer first = api.post(WINDOWS, admin, key, body).expect(201);
        Api.Answer second = api.post(WINDOWS, admin, key, body).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().getETag()).isEqualTo("\"1\"");
        api.post(WINDOWS, admin, key, window("330104008003", unique())).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void whatTheNetworkDoesNotKnowIsRefused() {
        String admin = api.tierAdmin("330100000000");
        String good = window("330104008003", unique());
        for (List<String> wrong : List.of(
                List.of("330104008003", "330104999999", "division-unknown"),
                List.of("\"police-330104\"", "\"police-999999\"", "authority-unknown"),
                List.of("\"residence-registration\"", "\"residence-registrations\"", "item-unknown"),
                List.of("\"closes\": \"17:00\"", "\"closes\": \"08:30\"", "hours-impossible"),
                List.of("\"name\":", "\"nme\":", "invalid-request"),
                List.of("[\"residence-registration\"]", "[]", "invalid-request"))) {
            api.post(WINDOWS, admin, good.replace(wrong.get(0), wrong.get(1))).expectProblem(422, wrong.get(2));
        }
        api.put(WINDOWS + "/" + UUID.randomUUID(), admin, "\"1\"", changed("a name"))
                .expectProblem(404, "window-unknown");
    }

    private Api.Answer add(@Nullable String token, String division) {
        return api.post(WINDOWS, token, window(division, unique()));
    }

    private List<Integer> changesOf(String window) {
        return database.asRuntime()
                .sql("select version from window_change where window_id = :id::uuid order by version")
                .param("id", window)
                .query(Integer.class)
                .list();
    }

    private static String window(String division, String name) {
        return """
                {"division": "%s", "centre": "试验便民服务站", "name": "%s", "authority": "police-330104",
                 "items": ["residence-registration"], "hours": %s}
                """.formatted(division, name, COVERS_LUNCH);
    }

    private static String changed(String name) {
        return """
                {"name": "%s", "authority": "police-330104", "items": ["residence-registration"]}
                """.formatted(name);
    }

    private static String unique() {
        return "窗口 " + UUID.randomUUID();
    }
}
