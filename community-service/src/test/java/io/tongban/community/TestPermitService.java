package io.tongban.community;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** permit-service and the identity provider, played over HTTP. */
public final class TestPermitService implements ImportBeanDefinitionRegistrar, AutoCloseable {

    private static final String ENDED_VISITS = "/api/v1/ended-visits";
    private static final String TOKENS = "/token";

    private final Environment environment;
    private final Map<String, List<Map<String, Object>>> versions = new HashMap<>();
    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    TestPermitService(Environment environment) {
        this.environment = environment;
        server.start();
        server.stubFor(post(urlEqualTo(TOKENS))
                .willReturn(
                        okJson("{\"access_token\":\"service-token\",\"expires_in\":300,\"token_type\":\"Bearer\"}")));
        server.stubFor(get(urlPathMatching("/api/v1/standards/[^/]+"))
                .willReturn(aResponse().withStatus(404)));
        versions.put("residence-permit", new ArrayList<>(List.of(Map.of("version", "Z0", "base", true))));
        standard("residence-permit", "Z1", "identity", "residence");
        standard("residence-permit", "R1", "identity", "contributions", "photo");
        standard("elder-card", "E1", "identity", "age");
        standard("elder-card", "E2", "identity", "residence");
        answers(204);
    }

    /** Another version of an item's standard is published. */
    public void standard(String item, String version, String... criteria) {
        List<Map<String, Object>> published = versions.computeIfAbsent(item, other -> new ArrayList<>());
        published.add(Map.of("version", version));
        server.stubFor(get(urlEqualTo("/api/v1/standards/" + item))
                .willReturn(okJson(JsonMapper.shared().writeValueAsString(Map.of("versions", published)))));
        server.stubFor(get(urlEqualTo("/api/v1/standards/" + item + "/" + version))
                .willReturn(okJson(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "criteria",
                                Arrays.stream(criteria)
                                        .map(id -> Map.of("id", id))
                                        .toList(),
                                "routes",
                                List.of(Map.of("criteria", List.of(criteria))))))));
    }

    /** The applicant's case is ready on that day; null: it is not known. */
    public void readyOn(String caseId, @Nullable String day) {
        server.stubFor(get(urlEqualTo("/api/v1/cases/" + caseId))
                .willReturn(okJson(
                        day == null
                                ? "{\"assessment\": {}}"
                                : "{\"assessment\": {\"readyOn\": \"%s\"}}".formatted(day))));
    }

    /** There is no such case of whoever asks. */
    public void noCase(String caseId) {
        server.stubFor(get(urlEqualTo("/api/v1/cases/" + caseId))
                .willReturn(aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\": \"/errors/case-unknown\", \"status\": 404}")));
    }

    /** The case cannot be read. */
    public void caseAway(String caseId, int status) {
        server.stubFor(get(urlEqualTo("/api/v1/cases/" + caseId))
                .willReturn(aResponse().withStatus(status)));
    }

    /** With which tokens the case was asked for. */
    public List<String> tokensForCase(String caseId) {
        return server.findAll(getRequestedFor(urlEqualTo("/api/v1/cases/" + caseId))).stream()
                .map(request -> request.getHeader("Authorization"))
                .toList();
    }

    /** The standards of an item cannot be read. */
    public void noStandards(String item, int status) {
        server.stubFor(get(urlEqualTo("/api/v1/standards/" + item))
                .willReturn(aResponse().withStatus(status)));
    }

    /** How often the versions of an item were asked for. */
    public int readings(String item) {
        return server.findAll(getRequestedFor(urlEqualTo("/api/v1/standards/" + item)))
                .size();
    }

    /** Before the registrations of clients are read. */
    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        ((ConfigurableEnvironment) environment)
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testPermitService",
                        Map.of(
                                "tongban.permit-service.url",
                                server.baseUrl(),
                                "tongban.permit-service.token-uri",
                                server.baseUrl() + TOKENS,
                                "tongban.permit-service.client-id",
                                "community-service",
                                "tongban.permit-service.client-secret",
                                "only-a-test")));
        registry.registerBeanDefinition(
                "testPermitService", new RootBeanDefinition(TestPermitService.class, () -> this));
    }

    /** From now on. */
    public void answers(int status) {
        server.stubFor(post(urlEqualTo(ENDED_VISITS))
                .withHeader("Authorization", equalTo("Bearer service-token"))
                .willReturn(aResponse().withStatus(status)));
    }

    /** How often it was told of the end of a visit. */
    public long toldOf(String visit) {
        return server.findAll(postRequestedFor(urlEqualTo(ENDED_VISITS))).stream()
                .map(request -> JsonMapper.shared().readTree(request.getBodyAsString()))
                .filter(body -> visits(body).contains(visit))
                .count();
    }

    private static List<String> visits(JsonNode body) {
        return body.path("visits").valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
