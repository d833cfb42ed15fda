package io.tongban.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.tongban.gateway.TestClient.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.test.TestTokens;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A service that keeps giving no answer is left alone for a while, in the lane whose calls it fails. */
@GatewayTest
class BreakerTests {

    private static final String CASES = "/api/v1/cases";
    private static final int CALLS_UNTIL_JUDGED = 20;

    @Autowired
    TestClient client;

    @Autowired
    TestServices services;

    @Autowired
    TestTokens tokens;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    @AfterEach
    void nothingHappenedYet() {
        services.reset();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void aServiceThatGivesNoAnswerIsLeftAloneInThatLaneOnly() {
        services.permit().stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        for (int call = 0; call < CALLS_UNTIL_JUDGED; call++) {
            assertThat(open("city").statusCode()).isEqualTo(502);
        }
        services.reset();
        services.permit().stubFor(any(anyUrl()).willReturn(aResponse().withBody("permit")));

        HttpResponse<String> answer = open("city");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body()).contains("\"/errors/service-not-reached\"");
        services.permit().verify(0, postRequestedFor(urlEqualTo(CASES)));

        assertThat(open("district").body()).isEqualTo("permit");
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tags("name", "permit-service/city", "state", "open")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void whatAServiceAnswersIsAnAnswerAlsoWhenItIsAnError() {
        services.permit().stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        for (int call = 0; call <= CALLS_UNTIL_JUDGED; call++) {
            assertThat(open("city").statusCode()).isEqualTo(500);
        }
        services.permit().verify(CALLS_UNTIL_JUDGED + 1, postRequestedFor(urlEqualTo(CASES)));
    }

    private HttpResponse<String> open(String tier) {
        return client.post(CASES, "{}", bearer(tokens.clerk(tier, "330100000000", "police-330100")));
    }
}
