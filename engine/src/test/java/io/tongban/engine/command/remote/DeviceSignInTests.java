package io.tongban.engine.command.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.tongban.engine.command.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceSignInTests {

    private static final String REALM = "/realms/tongban";
    private static final String DEVICE = REALM + "/protocol/openid-connect/auth/device";
    private static final String TOKEN = REALM + "/protocol/openid-connect/token";

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance()
            .options(options().bindAddress("127.0.0.1").dynamicPort())
            .build();

    private final StringWriter out = new StringWriter();
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void provider() {
        PROVIDER.stubFor(get(REALM + "/.well-known/openid-configuration")
                .willReturn(okJson("{\"device_authorization_endpoint\":\"%1$s%2$s\",\"token_endpoint\":\"%1$s%3$s\"}"
                        .formatted(PROVIDER.baseUrl(), DEVICE, TOKEN))));
        // As Keycloak answers.
        PROVIDER.stubFor(post(DEVICE).willReturn(okJson("""
                {"device_code": "qcDql4YRqhYAP2RX", "user_code": "SBVU-KVNJ", "expires_in": 300, "interval": 5,
                 "verification_uri": "https://id.example/device",
                 "verification_uri_complete": "https://id.example/device?user_code=SBVU-KVNJ"}
                """)));
    }

    @Test
    void showsAddressAndCodeAndWaitsUntilThePersonHasSignedIn() throws CannotGoOn {
        answers("start", "pending", error("authorization_pending"));
        answers("pending", "done", error("authorization_pending"));
        answers("done", "done", okJson("{\"access_token\":\"the-token\"}"));

        assertThat(token()).isEqualTo("the-token");

        assertThat(out.toString())
                .contains("within 5 minutes", "https://id.example/device?user_code=SBVU-KVNJ", "code SBVU-KVNJ");
        assertThat(pauses).containsExactly(seconds(5), seconds(5), seconds(5));
        PROVIDER.verify(
                3,
                postRequestedFor(urlEqualTo(TOKEN))
                        .withRequestBody(
                                containing("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"))
                        .withRequestBody(containing("client_id=tongban-cli"))
                        .withRequestBody(containing("device_code=qcDql4YRqhYAP2RX")));
    }

    @Test
    void asksMoreSlowlyFromThenOnWhenToldSo() throws CannotGoOn {
        answers("start", "slower", error("slow_down"));
        answers("slower", "done", error("authorization_pending"));
        answers("done", "done", okJson("{\"access_token\":\"the-token\"}"));

        token();

        assertThat(pauses).containsExactly(seconds(5), seconds(10), seconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, refused in the browser",
        "expired_token, nobody signed in with the code in time",
        "invalid_grant, the sign-in failed",
    })
    void saysWhyThereIsNoToken(String error, String what) {
        answers("start", "start", error(error));

        assertThatThrownBy(this::token)
                .isInstanceOfSatisfying(
                        CannotGoOn.class, end -> assertThat(end.exitCode()).isEqualTo(ExitCode.UNUSABLE))
                .hasMessageContaining(what)
                .hasMessageContaining("remedy:");
        assertThat(pauses).hasSize(1);
    }

    @Test
    void givesUpWhenTheCodeHasRunOut() {
        answers("start", "start", error("authorization_pending"));

        assertThatThrownBy(this::token).hasMessageContaining("in time");

        assertThat(pauses).hasSize(60).containsOnly(seconds(5));
    }

    @Test
    void aClientThatMayNotSignInSoIsToldWhy() {
        PROVIDER.stubFor(
                post(DEVICE)
                        .willReturn(
                                aResponse()
                                        .withStatus(401)
                                        .withBody(
                                                "{\"error\":\"unauthorized_client\",\"error_description\":\"The flow is disabled.\"}")));

        assertThatThrownBy(this::token).hasMessageContaining("The flow is disabled.");
    }

    @Test
    void anAddressThatIsNoRealmIsNamed() {
        PROVIDER.resetAll();

        assertThatThrownBy(this::token)
                .hasMessageContaining(REALM + ": names no device_authorization_endpoint (404)")
                .hasMessageContaining("--issuer");
    }

    @Test
    void aCodeIsNotSentInTheClearToAnotherMachine() {
        PROVIDER.stubFor(get(REALM + "/.well-known/openid-configuration")
                .willReturn(okJson("{\"device_authorization_endpoint\":\"http://id.example/device\","
                        + "\"token_endpoint\":\"http://id.example/token\"}")));

        assertThatThrownBy(this::token).hasMessageContaining("http://id.example/device: a token is not sent there");
    }

    private String token() throws CannotGoOn {
        return new DeviceSignIn(
                        new Http(), URI.create(PROVIDER.baseUrl() + REALM), new PrintWriter(out, true), pauses::add)
                .token();
    }

    private static void answers(String state, String next, ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(post(TOKEN)
                .inScenario("sign-in")
                .whenScenarioStateIs(state.equals("start") ? Scenario.STARTED : state)
                .willSetStateTo(next.equals("start") ? Scenario.STARTED : next)
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(String error) {
        return aResponse().withStatus(400).withBody("{\"error\":\"" + error + "\"}");
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
