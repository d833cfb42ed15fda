package io.tongban.gateway;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Stands in for the services behind the gateway. */
final class TestServices implements DynamicPropertyRegistrar, AutoCloseable {

    private final WireMockServer permit = started();
    private final WireMockServer community = started();
    private final WireMockServer insurance = started();

    @Override
    public void accept(DynamicPropertyRegistry registry) {
        registry.add("tongban.routes.permit-service", permit::baseUrl);
        registry.add("tongban.routes.community-service", community::baseUrl);
        registry.add("tongban.description.insurance-adapter", insurance::baseUrl);
    }

    WireMockServer permit() {
        return permit;
    }

    WireMockServer community() {
        return community;
    }

    /** No route leads there. */
    WireMockServer insurance() {
        return insurance;
    }

    void reset() {
        permit.resetAll();
        community.resetAll();
        insurance.resetAll();
    }

    @Override
    public void close() {
        permit.stop();
        community.stop();
        insurance.stop();
    }

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .port(freePort()) // kept, so that a service can go and come back
                .containerThreads(60)
                .gzipDisabled(true));
        server.start();
        return server;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
