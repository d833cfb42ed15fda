package io.tongban.platform.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;

/** A certificate authority that lives as long as a test; nobody else trusts it. */
public final class TestAuthority {

    /** Of every store that is written here. */
    public static final String PASSWORD = "for this test";

    private static final char[] SECRET = PASSWORD.toCharArray();
    private static final String AUTHORITY = "authority";

    private final Path folder;

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    /** An authority that keeps its key in this folder. */
    public static TestAuthority in(Path folder) throws IOException, InterruptedException {
        TestAuthority authority = new TestAuthority(folder);
        authority.keytool("-alias", AUTHORITY, "-dname", "CN=Authority of a test", "-ext", "bc:c");
        return authority;
    }

    /**
     * Writes a certificate for a host of this name, its key and the authority's certificate into the folder, under the names that
     * cert-manager gives them: {@code tls.crt}, {@code tls.key}, {@code ca.crt}.
     */
    public void issue(String hostName, Path into) throws IOException, InterruptedException {
        String alias = issue(hostName);
        try {
            KeyStore keys = keys();
            Files.createDirectories(into);
            Files.writeString(into.resolve("tls.crt"), pem(keys.getCertificate(alias)));
            Files.writeString(into.resolve("ca.crt"), pem(keys.getCertificate(AUTHORITY)));
            Files.writeString(
                    into.resolve("tls.key"),
                    pem("PRIVATE KEY", keys.getKey(alias, SECRET).getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A store, PKCS12, with a certificate for a host of this name and its key. */
    public Path issueStore(String hostName) throws IOException, InterruptedException {
        String alias = issue(hostName);
        try {
            KeyStore keys = keys();
            KeyStore store = empty();
            store.setKeyEntry(alias, keys.getKey(alias, SECRET), SECRET, keys.getCertificateChain(alias));
            return write(store, alias);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is made while the Java machine trusts this authority and no other. */
    public <T> T trusted(Supplier<T> made) throws IOException {
        Properties before = (Properties) System.getProperties().clone();
        try {
            KeyStore store = empty();
            store.setCertificateEntry(AUTHORITY, keys().getCertificate(AUTHORITY));
            Map.of(
                            "javax.net.ssl.trustStore",
                            write(store, "trusted").toString(),
                            "javax.net.ssl.trustStoreType",
                            "PKCS12",
                            "javax.net.ssl.trustStorePassword",
                            PASSWORD)
                    .forEach(System::setProperty);
            return made.get();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            System.setProperties(before);
        }
    }

    private String issue(String hostName) throws IOException, InterruptedException {
        String alias = UUID.randomUUID().toString();
        keytool("-alias", alias, "-dname", "CN=" + hostName, "-ext", "san=dns:" + hostName, "-signer", AUTHORITY);
        return alias;
    }

    private void keytool(String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store().toString(),
                "-storepass",
                PASSWORD));
        Collections.addAll(command, what);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private Path store() {
        return folder.resolve("authority.p12");
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, SECRET);
        }
        return keys;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private Path write(KeyStore store, String name) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, SECRET);
        }
        return file;
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(
                        what,
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(Objects.requireNonNull(content)));
    }
}
