package io.tongban.gateway.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one replica what is in force there.
 *
 * <p>Apache's client, because it can connect to the address of a pod and hold the certificate against the name of the pod's Service.
 */
final class ReplicaClient implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReplicaClient.class);

    private static final String IN_FORCE = "/api/v1/standards/in-force";
    private static final int MOST_REPLICAS = 1_000;

    private final CloseableHttpClient client;

    /** Of its own: no observation, no retry, no pool that calls wait for. */
    ReplicaClient(ReplicaProperties properties) {
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(properties.connect()))
                .setSocketTimeout(Timeout.of(properties.answer()))
                .build();
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST_REPLICAS)
                        .setDefaultConnectionConfig(connection)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(properties.answer()))
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAuthCaching()
                .build();
    }

    /** Empty where it cannot be asked, or says something else. */
    Optional<StandardsInForce> ask(Replica replica) {
        try {
            return client.execute(replica.host(), new HttpGet(IN_FORCE), ReplicaClient::read);
        } catch (IOException | JacksonException silence) {
            log.debug("{} at {} is silent: {}", replica.name(), replica.host(), silence.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<StandardsInForce> read(ClassicHttpResponse response) throws IOException {
        HttpEntity body = response.getEntity();
        return response.getCode() == 200 && body != null && isJson(body)
                ? Optional.ofNullable(JsonMapper.shared().readValue(body.getContent(), StandardsInForce.class))
                : Optional.empty();
    }

    private static boolean isJson(HttpEntity body) {
        return ContentType.APPLICATION_JSON.isSameMimeType(ContentType.parseLenient(body.getContentType()));
    }
}
