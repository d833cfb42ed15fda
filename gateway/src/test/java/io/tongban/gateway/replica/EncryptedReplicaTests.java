package io.tongban.gateway.replica;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.tongban.platform.test.TestAuthority;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A pod is called by its address, and its certificate names the Service that it stands behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptedReplicaTests {

    private static final String SERVICE = "tongban-permit-service";
    private static final String BODY = "{\"digest\":\"sha256:0\",\"items\":[]}";

    @SuppressWarnings("NullAway.Init") // made before all tests
    private WireMockServer pod;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private ReplicaClient client;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        TestAuthority authority = TestAuthority.in(folder);
        pod = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(authority.issueStore(SERVICE).toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestAuthority.PASSWORD)
                .keyManagerPassword(TestAuthority.PASSWORD));
        pod.start();
        pod.stubFor(get("/api/v1/standards/in-force").willReturn(okJson(BODY)));
        client = authority.trusted(() -> new ReplicaClient(new ReplicaProperties(
                null, List.of(), Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofSeconds(5))));
    }

    @AfterAll
    void stop() {
        client.close();
        pod.stop();
    }

    @Test
    void isAskedByItsAddressAndBelievedByTheNameOfItsService() throws Exception {
        assertThat(client.ask(replica("https", SERVICE, pod.httpsPort()))).isPresent();
    }

    @Test
    void isNotBelievedUnderTheNameOfAnotherService() throws Exception {
        assertThat(client.ask(replica("https", "tongban-gateway", pod.httpsPort())))
                .isEmpty();
    }

    @Test
    void isNotAskedInPlainWhereItSpeaksTls() throws Exception {
        assertThat(client.ask(replica("http", SERVICE, pod.httpsPort()))).isEmpty();
    }

    @Test
    void isNotBelievedWhereItDoesNotSpeakTls() throws Exception {
        assertThat(client.ask(replica("http", SERVICE, pod.port())))
                .as("it answers")
                .isPresent();
        assertThat(client.ask(replica("https", SERVICE, pod.port()))).isEmpty();
    }

    private static Replica replica(String scheme, String service, int port) {
        return Replica.ofService("pod", scheme, InetAddress.ofLiteral("127.0.0.1"), service, port);
    }
}
