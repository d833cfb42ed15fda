package io.tongban.insurance.query;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.tongban.insurance.TestBureaux.html;
import static io.tongban.insurance.page.BureauHtml.PERSON_UNKNOWN;
import static io.tongban.insurance.page.BureauHtml.months;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tongban.insurance.InsuranceServiceTest;
import io.tongban.insurance.TestBureaux;
import io.tongban.platform.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the answer says it covers; the first month that is asked for is April 2014, the day 6 April 2017. */
@InsuranceServiceTest
class CoverageTests {

    private static final String MAINTENANCE = "<html>系统维护中</html>";

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestBureaux bureaux;

    @BeforeEach
    void reset() {
        bureaux.reset();
    }

    @Test
    void goesFromTheFirstMonthThatIsAskedForToTheEndOfTheYearOfTheAnswer() {
        assertThat(coverage()).containsExactly("330104 11 2014-04..2017-12 ANSWERED");
    }

    @Test
    void isSilentOnlyInTheYearsThatWereNotReadWhole() {
        jianggan(2015, MAINTENANCE);
        jianggan(2016, page(1, 13, months(2016, 1, 12)));

        assertThat(coverage())
                .containsExactly(
                        "330104 11 2014-04..2014-12 ANSWERED",
                        "330104 11 2015-01..2016-12 SILENT",
                        "330104 11 2017-01..2017-12 ANSWERED");
    }

    @Test
    void knowsAPersonWhomTheBureauKnowsInOneOfTheYears() {
        bureaux.answerAll(bureaux.jianggan(), html(PERSON_UNKNOWN));
        jianggan(2016, page(1, 0));

        assertThat(coverage()).containsExactly("330104 11 2014-04..2017-12 ANSWERED");
    }

    @Test
    void saysThatAPersonIsUnknownInTheYearsBesideOnesThatWereNotRead() {
        bureaux.answerAll(bureaux.jianggan(), html(PERSON_UNKNOWN));
        jianggan(2015, MAINTENANCE);

        assertThat(coverage())
                .containsExactly(
                        "330104 11 2014-04..2014-12 PERSON_UNKNOWN",
                        "330104 11 2015-01..2015-12 SILENT",
                        "330104 11 2016-01..2017-12 PERSON_UNKNOWN");
    }

    @Test
    void knowsAPersonInOneYearAndNotInTheYearThatWasNotRead() {
        bureaux.answerAll(bureaux.jianggan(), html(PERSON_UNKNOWN));
        jianggan(2015, MAINTENANCE);
        jianggan(2016, page(1, 0));

        assertThat(coverage())
                .containsExactly(
                        "330104 11 2014-04..2014-12 ANSWERED",
                        "330104 11 2015-01..2015-12 SILENT",
                        "330104 11 2016-01..2017-12 ANSWERED");
    }

    @Test
    void namesAnAreaOfWhichRowsCameWithoutBeingAskedFor() {
        jianggan(2015, page(1, 1, row("201505", "AAB034", "330212")));
        jianggan(2016, page(1, 2, row("201605", "AAB034", "330212"), row("201606", "AAB034", "330185")));

        assertThat(coverage())
                .containsExactly(
                        "330104 11 2014-04..2017-12 ANSWERED",
                        "330185 11 2016-01..2016-12 ANSWERED",
                        "330212 11 2015-01..2016-12 ANSWERED");
    }

    @Test
    void isSilentAboutAnAreaWhoseRowsCameInAnAnswerThatWasNotReadWhole() {
        jianggan(2015, page(1, 2, row("201505", "AAB034", "330212")));
        jianggan(2016, page(1, 1, row("201605", "AAB034", "330212")));

        assertThat(coverage())
                .containsExactly(
                        "330104 11 2014-04..2014-12 ANSWERED",
                        "330104 11 2015-01..2015-12 SILENT",
                        "330104 11 2016-01..2017-12 ANSWERED",
                        "330212 11 2015-01..2015-12 SILENT",
                        "330212 11 2016-01..2016-12 ANSWERED");
    }

    @Test
    void isSilentAboutAnAreaOfAnotherBureauToo() {
        bureaux.answer(bureaux.xihu(), 2016, "11", 1, page(1, 2, row("201605", "AAB034", "330104")));

        assertThat(coverage("330104", "330106"))
                .containsExactly(
                        "330104 11 2014-04..2015-12 ANSWERED",
                        "330104 11 2016-01..2016-12 SILENT",
                        "330104 11 2017-01..2017-12 ANSWERED",
                        "330106 11 2014-04..2015-12 ANSWERED",
                        "330106 11 2016-01..2016-12 SILENT",
                        "330106 11 2017-01..2017-12 ANSWERED");
    }

    @Test
    void isSilentAboutTheYearOfARowThatCameInAnAnswerForAnotherYear() {
        jianggan(2017, page(1, 2, row("201605")));

        assertThat(coverage())
                .containsExactly("330104 11 2014-04..2015-12 ANSWERED", "330104 11 2016-01..2017-12 SILENT");
    }

    @Test
    void isNotSilentAboutTheYearOfARowThatTheAnswerForThatYearHasToo() {
        jianggan(2016, page(1, 1, row("201605")));
        jianggan(2017, page(1, 2, row("201605")));

        assertThat(coverage())
                .containsExactly("330104 11 2014-04..2016-12 ANSWERED", "330104 11 2017-01..2017-12 SILENT");
    }

    @Test
    void namesAKindBeyondTheFiveOfWhichRowsCameWithoutBeingAskedFor() {
        jianggan(2016, page(1, 2, row("201605"), row("201606", "AAE140", "120")));
        jianggan(2017, page(1, 9, row("201701", "AAE140", "120")));

        assertThat(coverage())
                .containsExactly(
                        "330104 11 2014-04..2016-12 ANSWERED",
                        "330104 11 2017-01..2017-12 SILENT",
                        "330104 120 2016-01..2016-12 ANSWERED",
                        "330104 120 2017-01..2017-12 SILENT");
    }

    @Test
    void isSilentAboutTheKindThatWasAnsweredInPlaceOfTheOneThatWasAskedFor() {
        jianggan(2016, page(1, 1, row("201605", "AAE140", "310")));

        assertThat(coverage())
                .containsExactly(
                        "330104 11 2014-04..2015-12 ANSWERED",
                        "330104 11 2016-01..2016-12 SILENT",
                        "330104 11 2017-01..2017-12 ANSWERED",
                        "330104 31 2016-01..2016-12 SILENT");
    }

    @Test
    void saysNothingOfMonthsThatNobodyAskedFor() {
        jianggan(2017, page(1, 3, row("&nbsp;", "AAB034", "330212"), row("201801", "AAB034", "330212"), row("201403")));

        assertThat(coverage()).containsExactly("330104 11 2014-04..2017-12 ANSWERED");
    }

    @Test
    void isSilentAboutAnAreaForWhichNoBureauAnswers() {
        bureaux.answerAll(bureaux.jianggan(), aResponse().withStatus(404));

        assertThat(coverage("330104", "330122"))
                .containsExactly("330104 11 2014-04..2017-12 SILENT", "330122 11 2014-04..2017-12 SILENT");
    }

    private void jianggan(int year, String page) {
        bureaux.answer(bureaux.jianggan(), year, "11", 1, page);
    }

    private List<String> coverage() {
        return coverage("330104");
    }

    private List<String> coverage(String... areas) {
        byte[] answer = new Asking()
                .with("areas", List.of(areas))
                .with("firstMonth", "2014-04")
                .send(http, tokens)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        List<Map<String, String>> spans =
                JsonPath.read(new String(Objects.requireNonNull(answer), StandardCharsets.UTF_8), "$.coverage");
        return spans.stream()
                .map(span -> "%s %s %s..%s %s"
                        .formatted(
                                span.get("area"),
                                span.get("kind"),
                                span.get("firstMonth"),
                                span.get("lastMonth"),
                                span.get("state")))
                .toList();
    }
}
