package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One call carries one request id and one trace through answers and logs. */
@SampleServiceTest
@ExtendWith(OutputCaptureExtension.class)
class CorrelationTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Test
    void requestIdAndTraceIdAreInEveryLogLine(CapturedOutput output) {
        EntityExchangeResult<String> result = broken("call-17.a_B");
        assertThat(result.getResponseHeaders().get("X-Request-Id")).containsExactly("call-17.a_B");
        assertThat(result.getResponseBody()).contains("\"requestId\":\"call-17.a_B\"");
        assertThat(output.getAll()).containsPattern("\\[call-17\\.a_B " + TRACE + "].*Unexpected failure");
    }

    @Test
    void aRequestWithoutAnIdGetsOne() {
        assertThat(http.get()
                        .uri("/open/today")
                        .exchange()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getFirst("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "two words", "${jndi:ldap://x}", "%0d%0aX: y", "339999198805140011"
            })
    void aHostileRequestIdIsReplaced(String hostile, CapturedOutput output) {
        EntityExchangeResult<String> result = broken(hostile);
        assertThat(result.getResponseHeaders().getFirst("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(result.getResponseBody()).doesNotContain(hostile);
        assertThat(output.getAll()).doesNotContain(hostile);
    }

    @Test
    void anEndlessRequestIdIsReplaced() {
        assertThat(broken("a".repeat(64)).getResponseHeaders().getFirst("X-Request-Id"))
                .isEqualTo("a".repeat(64));
        assertThat(broken("a".repeat(65)).getResponseHeaders().getFirst("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    private EntityExchangeResult<String> broken(String requestId) {
        return http.get()
                .uri("/things/broken")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.withRoles("maker"))
                .header("X-Request-Id", requestId)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .exchange()
                .returnResult(String.class);
    }
}
