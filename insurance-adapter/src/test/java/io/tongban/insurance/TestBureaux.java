package io.tongban.insurance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.tongban.insurance.page.BureauHtml;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Two bureaux over HTTP, for 330104 and 330106, that know of nothing until a test tells them. */
public final class TestBureaux implements DynamicPropertyRegistrar, AutoCloseable {

    private final WireMockServer jianggan = started();
    private final WireMockServer xihu = started();

    @Override
    public void accept(DynamicPropertyRegistry registry) {
        register(registry, "jianggan", "330104", jianggan);
        register(registry, "xihu", "330106", xihu);
        registry.add("resilience4j.bulkhead.instances.jianggan.max-wait-duration", () -> "100ms");
    }

    public WireMockServer jianggan() {
        return jianggan;
    }

    public WireMockServer xihu() {
        return xihu;
    }

    /** Both have the person and no rows. */
    public void reset() {
        for (WireMockServer bureau : new WireMockServer[] {jianggan, xihu}) {
            bureau.resetAll();
            answerAll(bureau, html(BureauHtml.page(1, 0)));
        }
    }

    public void answerAll(WireMockServer bureau, ResponseDefinitionBuilder response) {
        bureau.stubFor(any(anyUrl()).willReturn(response));
    }

    public void answer(WireMockServer bureau, int year, String kind, int page, String html) {
        answer(bureau, year, kind, page, html(html));
    }

    public void answer(WireMockServer bureau, int year, String kind, int page, ResponseDefinitionBuilder response) {
        bureau.stubFor(post(urlEqualTo("/query"))
                .withFormParam("aae001", equalTo(Integer.toString(year)))
                .withFormParam("aae140", equalTo(kind))
                .withFormParam("page", equalTo(Integer.toString(page)))
                .willReturn(response));
    }

    public static ResponseDefinitionBuilder html(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html;charset=UTF-8")
                .withBody(body);
    }

    private static void register(DynamicPropertyRegistry registry, String name, String area, WireMockServer bureau) {
        String prefix = "tongban.insurance.sources." + name;
        registry.add(prefix + ".base-url", bureau::baseUrl);
        registry.add(prefix + ".areas", () -> area);
        registry.add(prefix + ".read-timeout", () -> "1s");
        registry.add("resilience4j.retry.instances." + name + ".wait-duration", () -> "5ms");
        // No test shall open the breaker for the next.
        String breaker = "resilience4j.circuitbreaker.instances." + name;
        registry.add(breaker + ".minimum-number-of-calls", () -> "10000");
        registry.add(breaker + ".sliding-window-size", () -> "10000");
    }

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
        server.start();
        return server;
    }

    @Override
    public void close() {
        jianggan.stop();
        xihu.stop();
    }
}
