package io.tongban.platform.tls;

import io.tongban.platform.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Lets every client of the process trust a city's own certificate authorities beside those that the Java machine trusts.
 *
 * <p>The file is PEM and is read once, at the start. It works through the settings of the Java machine
 * ({@code javax.net.ssl.trustStore}), because those are what all clients have in common: key sets, service tokens, calls between
 * services, the database.
 */
final class TrustedCertificates implements EnvironmentPostProcessor, Ordered {

    static final String SETTING = "tongban.tls.trusted-certificates";

    private static final String STORE = "javax.net.ssl.trustStore";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String file = environment.getProperty(SETTING);
        if (file != null && !file.isBlank()) {
            settings(Path.of(file)).forEach(System::setProperty);
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2;
    }

    /** The settings of the Java machine under which it trusts these authorities too. */
    static Map<String, String> settings(Path pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            add(store, trustedByDefault());
            add(store, read(pem));
            String password = UUID.randomUUID().toString();
            Path written = Files.createTempFile("trusted-", ".p12");
            written.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(written)) {
                store.store(out, password.toCharArray());
            }
            Map<String, String> settings = new HashMap<>();
            settings.put(STORE, written.toString());
            settings.put(STORE + "Password", password);
            settings.put(STORE + "Type", "PKCS12");
            return settings;
        } catch (IOException | GeneralSecurityException cause) {
            throw refused(pem, cause);
        }
    }

    private static Collection<? extends Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw refused(pem, null);
            }
            return certificates;
        }
    }

    private static Collection<? extends Certificate> trustedByDefault() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trusting) {
                return List.of(trusting.getAcceptedIssuers());
            }
        }
        return List.<X509Certificate>of();
    }

    private static void add(KeyStore store, Collection<? extends Certificate> certificates)
            throws GeneralSecurityException {
        for (Certificate certificate : certificates) {
            store.setCertificateEntry(UUID.randomUUID().toString(), certificate);
        }
    }

    private static StartRefused refused(Path pem, @Nullable Exception cause) {
        String reason = SETTING + " names " + pem + ", in which no certificates can be read.";
        String remedy = "Put the certificates of the authorities there in PEM form, or leave the setting out.";
        return cause == null ? new StartRefused(reason, remedy) : new StartRefused(reason, remedy, cause);
    }
}
