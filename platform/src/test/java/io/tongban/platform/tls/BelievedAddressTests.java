package io.tongban.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.DeploymentProperties.Environment;
import io.tongban.platform.StartRefused;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BelievedAddressTests {

    private final DeploymentProperties production = new DeploymentProperties(Environment.PRODUCTION, false);
    private final DeploymentProperties sandbox = new DeploymentProperties(Environment.SANDBOX, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example/realms/tongban",
                "http://10.0.0.1/keys",
                "http://127.0.0.1.example/keys",
                "http://localhost.example/keys",
                "HTTP://id.example/keys",
                "ftp://id.example/keys",
                "id.example/keys"
            })
    void isRefusedInProductionIfItIsNotEncrypted(String address) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> BelievedAddress.outside(URI.create(address), "a key set", production))
                .withMessageContaining("a key set");
        assertThat(BelievedAddress.outside(URI.create(address), "a key set", sandbox))
                .hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example/keys",
                "HTTPS://id.example/keys",
                "http://127.0.0.1:8404/keys",
                "http://localhost/keys",
                "http://[::1]:80/keys"
            })
    void isTakenEncryptedOrOnThisMachine(String address) {
        assertThat(BelievedAddress.outside(URI.create(address), "a key set", production))
                .hasToString(address);
    }

    @Test
    void isTakenInsideANetworkThatEncryptsByItself() {
        DeploymentProperties encrypted = new DeploymentProperties(Environment.PRODUCTION, true);
        URI inside = URI.create("http://community-service:8080/.well-known/jwks.json");

        assertThat(BelievedAddress.inside(inside, "a key set", encrypted)).isEqualTo(inside);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> BelievedAddress.inside(inside, "a key set", production));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> BelievedAddress.outside(inside, "the issuer of tokens", encrypted));
    }
}
