package io.tongban.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path folder;

    @Test
    void areKeptForTheNextStartAndDifferByName() {
        String secret = Secrets.in(folder).of("client.gateway");

        assertThat(secret).hasSizeGreaterThanOrEqualTo(24);
        assertThat(Secrets.in(folder).of("client.gateway")).isEqualTo(secret);
        assertThat(Secrets.in(folder).of("client.partner")).isNotEqualTo(secret);
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        Secrets secrets = Secrets.in(folder);
        secrets.of("client.gateway");

        assertThat(permissions(secrets.file())).isEqualTo("rw-------");
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
