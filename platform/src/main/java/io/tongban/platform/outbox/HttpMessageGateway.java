package io.tongban.platform.outbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * A gateway over HTTP: {@code POST} of {@code {"id", "to", "text"}} with the id as {@code Idempotency-Key}; any 2xx says that it was
 * taken.
 */
final class HttpMessageGateway implements MessageGateway {

    private final RestClient client;
    private final URI url;

    /** @param token shown as a bearer token; null if the gateway wants none */
    HttpMessageGateway(URI url, @Nullable String token, Duration connectTimeout, Duration readTimeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build());
        requests.setReadTimeout(readTimeout);
        RestClient.Builder builder = RestClient.builder().requestFactory(requests);
        if (token != null && !token.isBlank()) {
            builder.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        this.client = builder.build();
        this.url = url;
    }

    @Override
    public void send(UUID id, String address, String text) {
        int status;
        try {
            status = client.post()
                    .uri(url)
                    .header("Idempotency-Key", id.toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Sent(id, address, text))
                    .retrieve()
                    .toBodilessEntity()
                    .getStatusCode()
                    .value();
        } catch (RestClientResponseException refused) {
            throw new NotTaken("answered " + refused.getStatusCode().value());
        } catch (RestClientException nothing) { // its words can quote the message
            throw new NotTaken("not answered");
        }
        if (status / 100 != 2) {
            throw new NotTaken("answered " + status);
        }
    }

    /** What a gateway is given. */
    private record Sent(UUID id, String to, String text) {

        @Override
        public String toString() {
            return "Sent[" + id + "]";
        }
    }
}
