package io.tongban.community.endedvisit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tongban.platform.servicetoken.ServiceToken;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The one call that is made to permit-service; telling it the same twice changes nothing. */
final class PermitService {

    private final RestClient client;
    private final ServiceToken token;
    private final CircuitBreaker breaker;

    PermitService(RestClient client, ServiceToken token, CircuitBreaker breaker) {
        this.client = client;
        this.token = token;
        this.breaker = breaker;
    }

    /** @throws RuntimeException if it was not heard, whatever the reason */
    void tell(List<UUID> ended) {
        breaker.executeRunnable(() -> send(ended, token.authorization()));
    }

    /** A token that is not accepted is given up, and the next round has another. */
    private void send(List<UUID> ended, String authorization) {
        try {
            client.post()
                    .uri("/api/v1/ended-visits")
                    .header(HttpHeaders.AUTHORIZATION, authorization)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Ended(ended))
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.Unauthorized revoked) {
            token.forget(authorization);
            throw revoked;
        }
    }

    /** What it is told. */
    private record Ended(List<UUID> visits) {}
}
