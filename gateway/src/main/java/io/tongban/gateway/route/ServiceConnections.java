package io.tongban.gateway.route;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.classic.MinimalHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The connections to each service: a pool of its own, with a place for every call that the lanes can hold. */
final class ServiceConnections implements AutoCloseable {

    // A call that was let in finds a connection free; the wait is for the moment in which one changes hands.
    private static final Timeout FREE_CONNECTION = Timeout.ofSeconds(1);
    private static final TimeValue CHECK_WHEN_IDLE_FOR = TimeValue.ofSeconds(2);
    private static final TimeValue OLDEST = TimeValue.ofMinutes(5);

    private final Map<Backend, Connections> connections = new EnumMap<>(Backend.class);

    ServiceConnections(RouteProperties properties, int places) {
        for (Backend backend : Backend.values()) {
            RouteProperties.Timeouts timeouts = properties.timeouts(backend);
            connections.put(
                    backend,
                    new Connections(
                            HttpHost.create(properties.address(backend)), client(timeouts, places), waits(timeouts)));
        }
    }

    Connections to(Backend backend) {
        return Objects.requireNonNull(connections.get(backend));
    }

    @Override
    public void close() {
        connections.values().forEach(service -> service.client().close(CloseMode.GRACEFUL));
    }

    /** Nothing of its own: what the service says is passed on as it is, and one call is one request. */
    private static MinimalHttpClient client(RouteProperties.Timeouts timeouts, int places) {
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(timeouts.connect()))
                .setSocketTimeout(Timeout.of(timeouts.answer()))
                .setValidateAfterInactivity(CHECK_WHEN_IDLE_FOR)
                .setTimeToLive(OLDEST) // so that new pods get their share
                .build();
        return HttpClients.createMinimal(PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(places)
                .setMaxConnTotal(places)
                .setDefaultConnectionConfig(connection)
                .build());
    }

    private static RequestConfig waits(RouteProperties.Timeouts timeouts) {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.of(timeouts.answer()))
                .setConnectionRequestTimeout(FREE_CONNECTION)
                .build();
    }

    /** The connections to one service. */
    record Connections(HttpHost service, MinimalHttpClient client, RequestConfig waits) {

        /** A call that is still to be sent. */
        ClassicHttpRequest call(String method, String address) {
            return new BasicClassicHttpRequest(method, service, address);
        }

        CloseableHttpResponse send(ClassicHttpRequest call) throws IOException {
            HttpClientContext context = HttpClientContext.create();
            context.setRequestConfig(waits);
            return CloseableHttpResponse.adapt(client.executeOpen(service, call, context));
        }
    }
}
