package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The header that only this service reads is refused like those of every service. */
@PermitServiceTest
class UnreadablePassTests {

    @Autowired
    private TestWindow window;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "Visit-Pass, 通办, 400, /errors/unreadable-header",
        "visit-pass, é, 400, /errors/unreadable-header",
        "User-Agent, 通办, 401, /errors/visit-pass-missing",
        "Referer, 通办, 401, /errors/visit-pass-missing",
    })
    void isRefusedByItsName(String header, String value, int status, String type) throws IOException {
        assertThat(post(header + ": " + value)).startsWith("HTTP/1.1 " + status).contains("\"" + type + "\"");
    }

    private String post(String header) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(TestWindow.facts());
        String head =
                """
                POST /api/v1/assessments HTTP/1.1
                Host: localhost
                Connection: close
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d
                %s

                """.formatted(window.clerkToken("clerk-1"), body.length, header).replace("\n", "\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
