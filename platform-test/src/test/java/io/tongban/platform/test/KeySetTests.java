package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.platform.openapi.OperationExample;
import io.tongban.platform.test.description.ExampleCalls;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Anyone can read the public keys of a service that publishes them. */
@SampleServiceTest
class KeySetTests {

    @Autowired
    private RestTestClient http;

    @Test
    void whoHasNoTokenReadsThePublicKeysAndMayKeepThemForAWhile() throws ParseException {
        String body = http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(JWKSet.MIME_TYPE)
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=300, public")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(JWKSet.parse(body).getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);
    }

    @Test
    void theExampleOfTheDescriptionIsAnsweredAsItSays() {
        List<OperationExample> examples = OperationExample.all(getClass().getClassLoader()).stream()
                .filter(example -> example.operation().equals("listKeys"))
                .toList();

        assertThat(examples).hasSize(1).allSatisfy(example -> new ExampleCalls(http).send(example, null, Map.of()));
    }

    @Test
    void whoReadsOnlyJsonIsAnsweredToo() {
        http.get()
                .uri("/.well-known/jwks.json")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }
}
