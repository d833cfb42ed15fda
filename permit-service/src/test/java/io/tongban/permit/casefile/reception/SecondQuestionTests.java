package io.tongban.permit.casefile.reception;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The sources are asked a second time only while the caller still waits; the adapter has as long to answer as in production. */
@PermitServiceTest
@TestPropertySource(
        properties = {
            "spring.cloud.openfeign.client.config.insurance-adapter.read-timeout=10000",
            "spring.cloud.openfeign.httpclient.hc5.socket-timeout=10"
        })
class SecondQuestionTests {

    private static final LocalDate TODAY = LocalDate.of(2017, 4, 6);
    private static final YearMonth FIRST = YearMonth.of(2016, 7);
    private static final YearMonth LAST = YearMonth.of(2017, 3);

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Test
    void isAskedOnceTheFirstWasAnsweredInTime() {
        neighbours.countedKindsAnsweredAfter(Duration.ZERO, TODAY, FIRST, LAST);

        assertThat(stateOfContributions()).isEqualTo("NOT_YET");
        assertThat(neighbours.queries()).hasSize(2);
    }

    @Test
    void isNotAskedOnceTheFirstAnswerTookTooLong() {
        neighbours.countedKindsAnsweredAfter(Duration.ofMillis(3_100), TODAY, FIRST, LAST);

        assertThat(stateOfContributions()).isEqualTo("PENDING");
        assertThat(neighbours.queries()).hasSize(1);
    }

    private String stateOfContributions() {
        return window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", TestWindow.facts())
                .expect(201)
                .json()
                .at("/assessment/criteria")
                .valueStream()
                .filter(criterion -> criterion.path("id").asString().equals("contributions"))
                .findFirst()
                .orElseThrow()
                .path("state")
                .asString();
    }
}
