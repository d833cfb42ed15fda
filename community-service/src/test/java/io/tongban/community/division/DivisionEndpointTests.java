package io.tongban.community.division;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.community.Api;
import io.tongban.community.CommunityTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/divisions}. */
@CommunityTest
class DivisionEndpointTests {

    @Autowired
    private Api api;

    @Test
    void everyoneMayReadADivision() {
        Api.Answer division =
                api.get("/api/v1/divisions/330104008008", Api.NOBODY).expect(200);
        assertThat(division.text("name")).isEqualTo("钱江苑社区");
        assertThat(division.text("tier")).isEqualTo("COMMUNITY");
        assertThat(division.text("parent")).isEqualTo("330104008000");
        assertThat(division.text("from")).isEqualTo("2016-01-01");
        assertThat(division.body().path("until").isNull()).isTrue();
        assertThat(UUID.fromString(division.text("id")).version()).isEqualTo(7);
    }

    @Test
    void theCityHasNoParent() {
        assertThat(api.get("/api/v1/divisions/330100000000", Api.NOBODY)
                        .body()
                        .path("parent")
                        .isNull())
                .isTrue();
    }

    @Test
    void aListIsReadPageByPage() {
        List<String> codes = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            Api.Answer page = api.get("/api/v1/divisions?tier=STREET&limit=100&after=" + after, Api.NOBODY)
                    .expect(200);
            codes.addAll(page.texts("items", "code"));
            after = page.body().path("next").isNull() ? "" : page.text("next");
            pages++;
        } while (!after.isEmpty());
        assertThat(pages).isEqualTo(2);
        assertThat(codes).hasSize(195).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPageThatEndsWithTheListIsTheLast() {
        Api.Answer page = api.get("/api/v1/divisions?tier=DISTRICT&limit=13", Api.NOBODY);
        assertThat(page.texts("items", "code")).hasSize(13);
        assertThat(page.body().path("next").isNull()).isTrue();
    }

    @Test
    void aListCanBeOfOneParent() {
        assertThat(api.get("/api/v1/divisions?parent=330104008000", Api.NOBODY).texts("items", "name"))
                .hasSize(12)
                .contains("钱江苑社区", "三叉社区");
    }

    @Test
    void beforeTheListBeginsThereIsNothing() {
        assertThat(api.get("/api/v1/divisions?on=2015-12-31", Api.NOBODY).texts("items", "code"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/divisions?tier=village, 422, invalid-request",
        "/api/v1/divisions?on=2017-02-30, 422, invalid-request",
        "/api/v1/divisions?on=yesterday, 422, invalid-request",
        "/api/v1/divisions?parent=1, 422, division-unknown",
        "/api/v1/divisions?limit=0, 422, invalid-request",
        "/api/v1/divisions?limit=201, 422, invalid-request",
        "/api/v1/divisions?limit=many, 422, invalid-request",
        "/api/v1/divisions/999999999999, 404, division-unknown",
        "/api/v1/divisions/330104008008?on=2015-01-01, 404, division-unknown"
    })
    void badQuestionsAreProblems(String path, int status, String slug) {
        api.get(path, Api.NOBODY).expectProblem(status, slug);
    }

    @Test
    void everythingWrongInAQueryIsNamedAtOnceWithWhatIsExpected() {
        Api.Answer problem = api.get("/api/v1/divisions?tier=village&on=yesterday&paernt=1&limit=201", Api.NOBODY);
        problem.expectProblem(422, "invalid-request");
        assertThat(problem.texts("errors", "parameter")).containsExactlyInAnyOrder("tier", "on", "paernt", "limit");
        var tier = problem.body()
                .path("errors")
                .valueStream()
                .filter(error -> error.path("parameter").asString().equals("tier"))
                .findFirst()
                .orElseThrow();
        assertThat(tier.path("allowed").valueStream().map(JsonNode::asString))
                .containsExactly("CITY", "DISTRICT", "STREET", "COMMUNITY");
        assertThat(tier.path("detail").asString()).contains("COMMUNITY").doesNotContain("village");
    }

    @Test
    void nobodyMayChangeADivision() {
        api.post("/api/v1/divisions", api.tierAdmin("330100000000"), "{}").expectProblem(405, "method-not-allowed");
    }
}
