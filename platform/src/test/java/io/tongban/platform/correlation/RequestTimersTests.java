package io.tongban.platform.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How many kinds of requests are told apart. */
class RequestTimersTests {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final RequestTimers timers = new RequestTimers("http.server.requests", meters);

    @Test
    void methodsThatAClientInventsAreOneKind() {
        for (int number = 0; number < 3_000; number++) {
            record("INVENTED" + number);
        }

        assertThat(timers.kinds()).isEqualTo(1);
        assertThat(meters.get("http.server.requests")
                        .tag("method", "UNKNOWN")
                        .timer()
                        .count())
                .isEqualTo(3_000);
    }

    @Test
    void everyMethodIsCountedAsTheConventionNamesIt() {
        for (HttpMethod method : HttpMethod.values()) {
            record(method.name());

            Timer timer = meters.get("http.server.requests")
                    .tag("method", method.name())
                    .timer();
            assertThat(timer.count()).isEqualTo(1);
        }
        assertThat(timers.kinds()).isEqualTo(HttpMethod.values().length);
    }

    private void record(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        timers.record(
                new ServerRequestObservationContext(request, new MockHttpServletResponse()), method, 200, 1_000_000);
    }
}
