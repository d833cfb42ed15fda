package io.tongban.sandbox.network;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Random passwords, made when first asked for and kept in a file that only its owner can read. */
public final class Secrets {

    private final Path file;
    private final Properties kept;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file, Properties kept) {
        this.file = file;
        this.kept = kept;
    }

    static Secrets in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path file = folder.resolve("secrets.properties");
            Properties kept = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    kept.load(reader);
                }
            } else {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return new Secrets(file, kept);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public synchronized String of(String name) {
        String secret = kept.getProperty(name);
        if (secret != null) {
            return secret;
        }
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        kept.setProperty(name, fresh);
        try (Writer writer = Files.newBufferedWriter(file)) {
            kept.store(writer, "Made by ./tongban demo for this machine only");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return fresh;
    }

    public Path file() {
        return file;
    }
}
