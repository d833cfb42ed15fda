package io.tongban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What of a service's headers is of its connection only, and what goes on to the client. */
class AnswerHeadersTests {

    private final HttpResponse answer = new BasicHttpResponse(200);

    @Test
    void aLengthIsDroppedWhereTheTransferSaysWhereTheAnswerEnds() {
        answer.addHeader("Content-Length", "3");
        assertThat(copied().getHeader("Content-Length")).isEqualTo("3");

        answer.addHeader("Transfer-Encoding", "chunked");
        assertThat(copied().getHeaderNames()).isEmpty();
    }

    @Test
    void whateverTheConnectionNamesIsDropped() {
        answer.addHeader("Connection", "keep-alive, X-Hop");
        answer.addHeader("connection", "x-other ,X-Third");
        List.of("X-Hop", "X-Other", "X-Third", "X-Stays").forEach(name -> answer.addHeader(name, "1"));

        assertThat(copied().getHeaderNames()).containsExactly("X-Stays");
    }

    @Test
    void severalValuesOfAHeaderGoOnInTheirOrder() {
        answer.addHeader("Vary", "Accept");
        answer.addHeader("Vary", "Accept-Language");

        assertThat(copied().getHeaders("Vary")).containsExactly("Accept", "Accept-Language");
    }

    private MockHttpServletResponse copied() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new AnswerHeaders(List.of(URI.create("http://permit-service:8080"))).copy(answer, response);
        return response;
    }
}
