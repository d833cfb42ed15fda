package io.tongban.community.openwindow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.test.TestClock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code GET /api/v1/windows}: which is open then. */
@CommunityTest
class OpenWindowsEndpointTests {

    private static final String AT = "/api/v1/windows?item=residence-permit&at=";

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-08T08:29:00+08:00, false, false",
        "2017-05-08T08:30:00+08:00, true, true",
        "2017-05-08T11:15:00+08:00, true, true",
        "2017-05-08T11:29:59+08:00, true, true",
        "2017-05-08T11:30:00+08:00, false, true",
        "2017-05-08T13:29:59+08:00, false, true",
        "2017-05-08T13:30:00+08:00, true, true",
        "2017-05-08T17:00:00+08:00, false, false",
        "2017-05-06T10:00:00+08:00, false, false",
        "2017-05-27T10:00:00+08:00, true, true",
        "2017-05-29T10:00:00+08:00, false, false",
        "2017-05-08T03:15:00Z, true, true",
        "2017-05-08T05:15:00+02:00, true, true"
    })
    void qianjiangyuanClosesForLunchAndTheCityCentreCoversIt(String at, boolean community, boolean city) {
        List<String> open = open(AT + at + "&division=330104008000");
        assertThat(open.contains(Api.QIANJIANGYUAN)).isEqualTo(community);
        assertThat(open(AT + at).contains(Api.CITY)).isEqualTo(city);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-06T10:00:00+08:00, 53",
        "2017-05-06T08:59:00+08:00, 0",
        "2017-05-07T15:59:00+08:00, 53",
        "2017-04-02T10:00:00+08:00, 0"
    })
    void someAreOpenAtWeekendsButNoneOnHolidays(String at, int windows) {
        assertThat(open(AT + at)).hasSize(windows);
    }

    @Test
    void anUnsaidTimeIsNowByTheBusinessClock() {
        clock.set(LocalDateTime.parse("2017-05-08T12:00").atZone(BusinessClock.ZONE));
        assertThat(open("/api/v1/windows?item=residence-permit&division=330104008000"))
                .isEmpty();
        clock.set(LocalDateTime.parse("2017-05-08T14:00").atZone(BusinessClock.ZONE));
        assertThat(open("/api/v1/windows?item=residence-permit&division=330104008000"))
                .hasSize(13);
    }

    @Test
    void anOpenWindowSaysWhoAnswersForItAndWhenItCloses() {
        Api.Answer answer = api.get(AT + "2017-05-08T11:15:00+08:00&division=330104008008", Api.NOBODY)
                .expect(200);
        assertThat(answer.texts("items", "id")).containsExactly(Api.QIANJIANGYUAN);
        var window = answer.body().path("items").path(0);
        assertThat(window.path("name").asString()).isEqualTo("钱江苑社区便民服务站公安窗口");
        assertThat(window.path("tier").asString()).isEqualTo("COMMUNITY");
        assertThat(window.path("division").asString()).isEqualTo("330104008008");
        assertThat(window.path("centre").path("name").asString()).isEqualTo("钱江苑社区便民服务站");
        assertThat(window.path("host").asString())
                .isEqualTo(window.path("centre").path("id").asString());
        assertThat(window.path("authority").asString()).isEqualTo("police-330104");
        assertThat(window.path("closesAt").asString()).isEqualTo("2017-05-08T11:30:00+08:00");
        assertThat(window.path("lunch").asString()).isEqualTo("CLOSED");
        assertThat(window.path("items")).hasSize(2);
    }

    @Test
    void onlyWindowsThatTakeTheItemAreNamed() {
        Api.Answer answer = api.get(
                "/api/v1/windows?item=contribution-statement&at=2017-05-08T10:00:00+08:00&limit=200", Api.NOBODY);
        assertThat(answer.texts("items", "authority")).hasSize(14).allMatch(id -> id.startsWith("human-resources-"));
    }

    @Test
    void aListIsReadPageByPage() {
        List<String> all = open(AT + "2017-05-08T10:00:00+08:00");
        assertThat(all).hasSize(415).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/windows?item=residence-permits, 422, item-unknown",
        "/api/v1/windows, 422, invalid-request",
        "/api/v1/windows?item=residence-permit&at=noon, 422, invalid-request",
        "/api/v1/windows?item=residence-permit&at=2017-05-08T10:00:00, 422, invalid-request",
        "/api/v1/windows?item=residence-permit&when=2017-05-08T10:00:00+08:00, 422, invalid-request",
        "/api/v1/windows?item=residence-permit&at=2017-05-08T25:00:00+08:00, 422, invalid-request",
        "/api/v1/windows?item=residence-permit&division=330104999999, 422, division-unknown",
        "/api/v1/windows?item=residence-permit&after=x, 422, invalid-request",
        "/api/v1/windows?item=residence-permit&limit=500, 422, invalid-request",
        "/api/v1/windows/00000000-0000-7000-8000-000000000000, 404, window-unknown",
        "/api/v1/windows/x, 422, invalid-request"
    })
    void badQuestionsAreProblems(String path, int status, String slug) {
        api.get(path, Api.NOBODY).expectProblem(status, slug);
    }

    private List<String> open(String path) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            Api.Answer page = api.get(path + "&limit=200" + after, Api.NOBODY).expect(200);
            ids.addAll(page.texts("items", "id"));
            after = page.body().path("next").isNull() ? "" : "&after=" + page.text("next");
        } while (!after.isEmpty());
        return ids;
    }
}
