package io.tongban.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tongban.platform.StartRefused;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCertificatesTests {

    private static final char[] PASSWORD = "for this test".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void letsAClientTrustACitysOwnAuthorityBesideTheOthers() throws Exception {
        KeyStore keys = serverKeys();
        Path pem = pem(keys);
        HttpsServer server = server(keys);
        try {
            URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> get(address, SSLContext.getDefault()));

            KeyStore trusted = store(TrustedCertificates.settings(pem));

            assertThat(get(address, trusting(trusted)).statusCode()).isEqualTo(200);
            assertThat(trusted.size())
                    .as("the authorities of the Java machine too")
                    .isGreaterThan(50);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesAFileWithoutCertificates() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        for (Path file : List.of(empty, text, folder.resolve("nowhere.pem"))) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> TrustedCertificates.settings(file))
                    .withMessageContaining(TrustedCertificates.SETTING)
                    .withMessageContaining(Objects.toString(file.getFileName()));
        }
    }

    private KeyStore serverKeys() throws Exception {
        Path file = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private Path pem(KeyStore keys) throws Exception {
        String certificate = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("server").getEncoded());
        return Files.writeString(
                folder.resolve("city.pem"),
                "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n");
    }

    private static HttpsServer server(KeyStore keys) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static KeyStore store(Map<String, String> settings) throws Exception {
        KeyStore store = KeyStore.getInstance(settings.get("javax.net.ssl.trustStoreType"));
        try (InputStream in = Files.newInputStream(Path.of(settings.get("javax.net.ssl.trustStore")))) {
            store.load(
                    in,
                    Objects.requireNonNull(settings.get("javax.net.ssl.trustStorePassword"))
                            .toCharArray());
        }
        return store;
    }

    private static SSLContext trusting(KeyStore store) throws Exception {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<Void> get(URI address, SSLContext context) throws Exception {
        try (HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}
