package io.tongban.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceKeysTests {

    @Test
    void knowAPersonByTheSamePseudonymAtEveryStart(@TempDir Path folder) throws IOException {
        String pseudonym = ServiceKeys.in(folder.resolve("permit")).pseudonym("339999198805140011");

        assertThat(pseudonym).hasSize(43);
        assertThat(ServiceKeys.in(folder.resolve("permit")).pseudonym("339999198805140011"))
                .isEqualTo(pseudonym);
        assertThat(ServiceKeys.in(folder.resolve("other")).pseudonym("339999198805140011"))
                .isNotEqualTo(pseudonym);
    }
}
