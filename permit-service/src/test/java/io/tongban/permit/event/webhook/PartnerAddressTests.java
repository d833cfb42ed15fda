package io.tongban.permit.event.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.tongban.permit.event.webhook.PartnerConnection.Answer;
import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.DeploymentProperties.Environment;
import io.tongban.platform.StartRefused;
import io.tongban.platform.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a partner's address is believed: where it leads to, and what it asks for. */
class PartnerAddressTests {

    private static final PublicAddresses PUBLIC_ONES =
            new PublicAddresses(false, WebhookSettings.with(Map.of()).blocked());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "59.192.0.0",
                "59.255.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void leadsNowherePrivate(String address) throws UnknownHostException {
        assertThat(PUBLIC_ONES.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> PUBLIC_ONES.resolve(address)).isInstanceOf(UnknownHostException.class);
        assertThat(new PublicAddresses(true, List.of()).resolve(address)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.255.255.255",
                "59.191.255.255",
                "60.0.0.0",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "240e::1",
                "2606:4700::1111"
            })
    void leadsToWhatAnybodyCanReach(String address) throws UnknownHostException {
        assertThat(PUBLIC_ONES.resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void leadsNowhereThatTheOperatorBlocks() throws UnknownHostException {
        PublicAddresses own = new PublicAddresses(false, List.of("11.0.0.0/8", "240e:100::/32"));

        for (String address : List.of("11.0.0.1", "11.255.255.255", "240e:100::1")) {
            assertThatThrownBy(() -> own.resolve(address)).isInstanceOf(UnknownHostException.class);
        }
        assertThat(own.resolve("12.0.0.1")).hasSize(1);
        assertThat(own.resolve("59.192.0.1")).hasSize(1);
        for (String none : List.of("11.0.0.0", "11.0.0.0/33", "11.0.0.0/x", "localhost/8", "11.0.0.0/8/8")) {
            assertThatThrownBy(() -> new PublicAddresses(false, List.of(none)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.library.cn/x, false, true",
        "https://hooks.library.cn:443/x, false, true",
        "https://hooks.library.cn:8443/x, false, false",
        "https://hooks.library.cn:22/x, false, false",
        "https://hooks.library.cn:8443/x, true, true",
        "http://localhost:8443/x, false, false",
        "http://localhost:8443/x, true, true"
    })
    void isOnThePortOfHttpsUnlessAnyWillDo(String url, boolean anyAddress, boolean isTaken) {
        WebhookUrls urls = new WebhookUrls(anyAddress);

        if (isTaken) {
            assertThat(urls.require(url)).hasToString(url);
        } else {
            assertThatThrownBy(() -> urls.require(url)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void leadsNowhereWhereANameLeadsHere() {
        assertThatThrownBy(() -> PUBLIC_ONES.resolve("localhost"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageNotContaining("127.0.0.1");
    }

    @Test
    void noConnectionIsMadeToThisMachineByAnyOfItsNames() throws IOException {
        WireMockServer here = new WireMockServer(wireMockConfig().dynamicPort());
        here.start();
        try (PartnerConnection toPublicOnes = connection("false");
                PartnerConnection toAny = connection("true")) {
            for (String name : List.of("localhost", "127.0.0.1")) {
                assertThatThrownBy(() -> ask(toPublicOnes, name, here.port())).isInstanceOf(IOException.class);
            }
            here.verify(0, anyRequestedFor(anyUrl()));
            ask(toAny, "localhost", here.port());
            here.verify(1, anyRequestedFor(anyUrl()));
        } finally {
            here.stop();
        }
    }

    @Test
    void leadAnywhereInASandboxOnly() {
        WebhookProperties anywhere = WebhookSettings.with(Map.of("any-address", "true"));
        WebhookConfiguration configuration = new WebhookConfiguration();
        DeploymentProperties production = new DeploymentProperties(Environment.PRODUCTION, false);

        assertThatThrownBy(() -> configuration.deliveryConnection(anywhere, production, Clock.systemUTC()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("tongban.webhooks.any-address");
        assertThatThrownBy(() -> configuration.registrationConnection(anywhere, production, Clock.systemUTC()))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void isNotJudgedByWhatAServiceThatEndsBreaksOff() throws Exception {
        WireMockServer here = new WireMockServer(wireMockConfig().dynamicPort());
        here.start();
        here.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(2000)));
        AtomicReference<IOException> heard = new AtomicReference<>();
        try (PartnerConnection toAny = connection("true")) {
            Thread call = Thread.ofVirtual().start(() -> {
                try {
                    ask(toAny, "localhost", here.port());
                } catch (IOException brokenOff) {
                    heard.set(brokenOff);
                }
            });
            await().until(() -> !here.findAll(anyRequestedFor(anyUrl())).isEmpty());

            call.interrupt();
            call.join(Duration.ofSeconds(1));
        } finally {
            here.stop();
        }

        assertThat(heard.get()).isInstanceOf(PartnerConnection.BrokenOff.class);
    }

    private static PartnerConnection connection(String anyAddress) {
        return new PartnerConnection(WebhookSettings.with(Map.of("any-address", anyAddress)), 1, Clock.systemUTC());
    }

    private static Answer ask(PartnerConnection connection, String name, int port) throws IOException {
        return connection.call(
                "OPTIONS", URI.create("http://" + name + ":" + port + "/hooks"), Map.of(), null, Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120                           | PT2M
            0                             | PT0S
            Thu, 06 Apr 2017 01:35:00 GMT | PT5M
            """)
    void asksToBeLeftAloneInSecondsOrUntilADate(String text, Duration asked) {
        assertThat(Answer.duration(text, Instant.parse("2017-04-06T01:30:00Z"))).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1.5", "99999999999", "Thu, 06 Apr 2017 01:25:00 GMT"})
    void asksNothingInOtherWords(String text) {
        assertThat(Answer.duration(text, Instant.parse("2017-04-06T01:30:00Z"))).isEmpty();
    }
}
