package io.tongban.gateway.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/** The connections to each service: a pool of its own, with a place for every call that the lanes can hold. */
final class ServiceConnections implements AutoCloseable {

    // A call that was let in finds a connection free; the wait is for the moment in which one changes hands.
    private static final Timeout FREE_CONNECTION = Timeout.ofSeconds(1);
    private static final TimeValue CHECK_WHEN_IDLE_FOR = TimeValue.ofSeconds(2);
    private static final TimeValue OLDEST = TimeValue.ofMinutes(5);

    private final Map<Backend, CloseableHttpClient> clients = new EnumMap<>(Backend.class);

    ServiceConnections(RouteProperties properties, int places) {
        for (Backend backend : Backend.values()) {
            clients.put(backend, client(properties.timeouts(backend), places));
        }
    }

    ClientHttpRequestFactory to(Backend backend) {
        return new HttpComponentsClientHttpRequestFactory(Objects.requireNonNull(clients.get(backend)));
    }

    @Override
    public void close() {
        for (CloseableHttpClient client : clients.values()) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Nothing of its own: what the service says is passed on as it is, and one call is one request. */
    private static CloseableHttpClient client(RouteProperties.Timeouts timeouts, int places) {
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(timeouts.connect()))
                .setSocketTimeout(Timeout.of(timeouts.answer()))
                .setValidateAfterInactivity(CHECK_WHEN_IDLE_FOR)
                .setTimeToLive(OLDEST) // so that new pods get their share
                .build();
        RequestConfig request = RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeouts.answer()))
                .setConnectionRequestTimeout(FREE_CONNECTION)
                .setProtocolUpgradeEnabled(false)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(places)
                        .setMaxConnTotal(places)
                        .setDefaultConnectionConfig(connection)
                        .build())
                .setDefaultRequestConfig(request)
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAuthCaching()
                .build();
    }
}
