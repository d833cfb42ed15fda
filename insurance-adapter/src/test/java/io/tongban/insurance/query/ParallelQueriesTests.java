package io.tongban.insurance.query;

import static io.tongban.insurance.TestBureaux.html;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.insurance.InsuranceServiceTest;
import io.tongban.insurance.TestBureaux;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Sixty queries at a time on a pool of eight connections: each is put on record and answered. */
@InsuranceServiceTest
class ParallelQueriesTests {

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestBureaux bureaux;

    @BeforeEach
    void oneMonth() {
        bureaux.reset();
        bureaux.answer(bureaux.jianggan(), 2017, "11", 1, html(page(1, 1, row("201703"))));
    }

    @Test
    void areAllAnswered() throws Exception {
        Flood.isAnswered(
                200,
                () -> new Asking()
                        .send(http, tokens)
                        .returnResult(String.class)
                        .getStatus()
                        .value(),
                () -> {});
    }

    /** Four times as many as a bureau is asked about at once: each waits for a place and is answered whole. */
    @Test
    void findAPlaceAtASlowBureau() throws Exception {
        bureaux.answerAll(bureaux.xihu(), html(page(1, 0)).withFixedDelay(30));

        List<String> answers = new ArrayList<>();
        try (ExecutorService persons = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked = IntStream.range(0, 64)
                    .mapToObj(person -> persons.submit(() -> new Asking()
                            .with("areas", List.of("330106"))
                            .send(http, tokens)
                            .expectStatus()
                            .isOk()
                            .returnResult(String.class)
                            .getResponseBody()))
                    .toList();
            for (Future<String> one : asked) {
                answers.add(one.get());
            }
        }

        assertThat(answers)
                .hasSize(64)
                .allSatisfy(
                        answer -> assertThat(answer).contains("\"ANSWERED\"").doesNotContain("SILENT", "notAsked"));
    }
}
