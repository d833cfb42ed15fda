package io.tongban.insurance.query;

import static io.tongban.insurance.TestBureaux.html;
import static io.tongban.insurance.page.BureauHtml.page;
import static io.tongban.insurance.page.BureauHtml.row;

import io.tongban.insurance.InsuranceServiceTest;
import io.tongban.insurance.TestBureaux;
import io.tongban.platform.test.Flood;
import io.tongban.platform.test.TestTokens;
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
}
