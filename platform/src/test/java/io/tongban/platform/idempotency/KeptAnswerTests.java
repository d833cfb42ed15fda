package io.tongban.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of an answer is what is given again, text or not. */
class KeptAnswerTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void textIsKeptAsText() throws IOException {
        byte[] body = "{\"name\":\"居住证\"}".getBytes(StandardCharsets.UTF_8);
        KeptAnswer kept = KeptAnswer.of(new MockHttpServletResponse(), body);

        assertThat(kept.body()).isNull();
        assertThat(given(kept)).isEqualTo(body);
    }

    @Test
    void whatIsNotTextComesBackByteForByte() throws IOException {
        byte[] body = {(byte) 0xff, 0, (byte) 0xc3};

        assertThat(given(KeptAnswer.of(new MockHttpServletResponse(), body))).isEqualTo(body);
    }

    @Test
    void anAnswerThatAnEarlierReleaseKeptIsGiven() throws IOException {
        KeptAnswer kept = JSON.readValue(
                "{\"location\":null,\"etag\":null,\"contentType\":null,\"body\":\"e30=\"}", KeptAnswer.class);

        assertThat(given(kept)).asString().isEqualTo("{}");
    }

    private static byte[] given(KeptAnswer kept) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        JSON.readValue(JSON.writeValueAsString(kept), KeptAnswer.class).write(response, 201);
        return response.getContentAsByteArray();
    }
}
