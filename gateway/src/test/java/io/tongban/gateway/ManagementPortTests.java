package io.tongban.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.test.RawHttp;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What a reader of metrics is answered at the management port. */
@GatewayTest
class ManagementPortTests {

    @Autowired
    private Environment environment;

    @ParameterizedTest
    @ValueSource(strings = {"", "Accept:\r\n", "Accept: \r\n", "Accept: */*\r\n", "Accept: text/plain\r\n"})
    void aReaderThatNamesNoOtherFormatGetsText(String accept) throws IOException {
        int port = environment.getRequiredProperty("local.management.port", Integer.class);

        RawHttp.Answer answer = RawHttp.send(
                port,
                "GET /actuator/prometheus HTTP/1.1\r\nHost: localhost\r\n" + accept + "Connection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }
}
