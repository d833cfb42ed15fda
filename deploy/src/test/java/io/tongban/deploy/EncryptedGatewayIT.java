package io.tongban.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.tongban.platform.test.RawHttp;
import io.tongban.platform.test.TestAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * The gateway's jar with the settings that the chart renders, and certificates laid out as Kubernetes mounts a Secret.
 *
 * <p>Its certificate and that of the service behind it name {@code localhost}; under 127.0.0.1 both are somebody else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptedGatewayIT {

    private static final Path ROOT = Path.of(System.getProperty("tongban.root", ".."));
    private static final String STANDARDS = "/api/v1/standards/in-force";

    private final int port = freePort();
    private final int managementPort = freePort();

    @SuppressWarnings("NullAway.Init") // given before all tests
    private Path mounted;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private TestAuthority authority;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private HttpsServer service;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private Process gateway;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        mounted = folder.resolve("mounted");
        authority = TestAuthority.in(folder);
        authority.issue("localhost", mounted.resolve("..first"));
        Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..first"));
        for (String name : new String[] {"tls.crt", "tls.key", "ca.crt"}) {
            Files.createSymbolicLink(mounted.resolve(name), Path.of("..data", name));
        }
        service = service();
        gateway = gateway();
        await().atMost(Duration.ofMinutes(2)).until(this::isReady);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (gateway != null) {
            gateway.destroyForcibly().waitFor();
        }
        if (service != null) {
            service.stop(0);
        }
    }

    @Test
    void aClientThatTrustsTheAuthorityIsAnswered() throws Exception {
        assertThat(get("https://localhost:" + port + STANDARDS).body()).contains("sha256:0");
    }

    @Test
    void aClientThatCallsItByAnotherNameDoesNotBelieveIt() {
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> get("https://127.0.0.1:" + port + STANDARDS));
    }

    @Test
    void plainHttpIsRefused() throws IOException {
        assertThat(RawHttp.send(port, "GET " + STANDARDS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aServiceWithTheCertificateOfAnotherIsNotAsked() throws Exception {
        HttpResponse<String> answer = get("https://localhost:" + port + "/api/v1/divisions");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
        assertThat(answer.body()).doesNotContain("sha256:0");
    }

    @Test
    void theManagementPortIsPlain() throws Exception {
        assertThat(get("http://localhost:" + managementPort + "/actuator/health/readiness")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRenewedCertificateIsShownWithoutARestart() throws Exception {
        BigInteger before = serialNumber();

        authority.issue("localhost", mounted.resolve("..second"));
        Files.createSymbolicLink(mounted.resolve("..new"), Path.of("..second"));
        Files.move(mounted.resolve("..new"), mounted.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

        await().atMost(Duration.ofMinutes(1)).until(() -> !serialNumber().equals(before));
        assertThat(get("https://localhost:" + port + STANDARDS).statusCode()).isEqualTo(200);
    }

    private Process gateway() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx192m",
                        "-jar",
                        jar().toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "encrypted-gateway.log").toFile());
        settings()
                .forEach((name, value) ->
                        command.environment().put(name, value.replace("/etc/tongban/tls", mounted.toString())));
        command.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "MANAGEMENT_SERVER_PORT",
                        String.valueOf(managementPort),
                        "JAVA_TOOL_OPTIONS",
                        "",
                        "TONGBAN_ROUTES_PERMIT_SERVICE",
                        "https://localhost:" + servicePort(),
                        "TONGBAN_ROUTES_COMMUNITY_SERVICE",
                        "https://127.0.0.1:" + servicePort()));
        return command.start();
    }

    private static Map<String, String> settings() {
        String rendered = CompleteChart.encrypted()
                .set("replicaComparison.enabled", "false")
                .call();
        return Stream.of(rendered.split("(?m)^---$", -1))
                .filter(document -> document.contains("kind: ConfigMap"))
                .map(document -> new KubernetesSerialization().unmarshal(document, ConfigMap.class))
                .filter(settings -> settings.getMetadata().getName().endsWith("gateway"))
                .findFirst()
                .orElseThrow()
                .getData();
    }

    private static Path jar() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(ROOT.resolve("gateway/target"), "gateway-*.jar")) {
            return jars.iterator().next();
        }
    }

    private HttpsServer service() throws Exception {
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(showing(mounted)));
        https.createContext("/", exchange -> {
            byte[] body = "{\"digest\":\"sha256:0\",\"items\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        https.start();
        return https;
    }

    private int servicePort() {
        return service.getAddress().getPort();
    }

    private boolean isReady() throws Exception {
        assertThat(gateway.isAlive()).as("see target/encrypted-gateway.log").isTrue();
        try {
            return get("http://localhost:" + managementPort + "/actuator/health/readiness")
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String address) throws Exception {
        try (HttpClient http = HttpClient.newBuilder().sslContext(trusting()).build()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private BigInteger serialNumber() throws Exception {
        try (HttpClient http = HttpClient.newBuilder().sslContext(trusting()).build()) {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + STANDARDS))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return ((X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0]).getSerialNumber();
        }
    }

    private SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(mounted.resolve("ca.crt"))) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static SSLContext showing(Path files) throws GeneralSecurityException {
        PemSslStoreBundle stores = new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate("file:" + files.resolve("tls.crt"))
                        .withPrivateKey("file:" + files.resolve("tls.key")),
                null);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(Objects.requireNonNull(stores.getKeyStore()), new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
