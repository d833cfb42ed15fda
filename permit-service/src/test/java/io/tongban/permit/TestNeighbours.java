package io.tongban.permit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.options;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;
import tools.jackson.databind.json.JsonMapper;

/** insurance-adapter, the identity provider and the keys of community-service, played over HTTP. */
public final class TestNeighbours implements ImportBeanDefinitionRegistrar, AutoCloseable {

    public static final String QUERIES = "/api/v1/contribution-queries";
    public static final String TOKENS = "/token";

    /** Where messages are sent to. */
    public static final String SMS = "/sms";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> AREAS = List.of(
            "330100", "330102", "330103", "330104", "330105", "330106", "330108", "330109", "330110", "330111",
            "330112", "330185", "330199");
    /** Those that counted before Lin'an joined in 2017-08. */
    private static final Set<String> AREAS_IN_SPRING = AREAS.stream()
            .filter(area -> !Set.of("330112", "330185").contains(area))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> KINDS = List.of("11", "21", "31", "41", "51");

    private final Environment environment;
    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    private final ECKey adapterKey = newKey();
    private final ECKey communityKey = newKey();

    TestNeighbours(Environment environment) {
        this.environment = environment;
        server.start();
        reset();
    }

    /** Before the first bean is made: the Feign client asks for its address that early. */
    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        String address = server.baseUrl();
        ((ConfigurableEnvironment) environment)
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testNeighbours",
                        Map.of(
                                "tongban.environment",
                                "sandbox",
                                "tongban.consent.partners",
                                "tongban-partner,city-library,busy-partner",
                                "tongban.webhooks.any-address",
                                "true",
                                "tongban.outbox.gateway.url",
                                address + SMS,
                                "tongban.contributions.url",
                                address,
                                "tongban.contributions.jwk-set-uri",
                                address + "/adapter-keys",
                                "tongban.contributions.token-uri",
                                address + TOKENS,
                                "tongban.contributions.client-id",
                                "permit-service",
                                "tongban.contributions.client-secret",
                                "only-a-test",
                                "tongban.visit-pass.jwk-set-uri",
                                address + "/community-keys")));
        registry.registerBeanDefinition("testNeighbours", new RootBeanDefinition(TestNeighbours.class, () -> this));
    }

    public WireMockServer server() {
        return server;
    }

    /** All neighbours answer, and the bureaux know of no contributions. */
    public void reset() {
        server.resetAll();
        server.stubFor(get(urlEqualTo("/adapter-keys")).willReturn(okJson(keySet(adapterKey))));
        server.stubFor(get(urlEqualTo("/community-keys")).willReturn(okJson(keySet(communityKey))));
        server.stubFor(post(urlEqualTo(TOKENS))
                .willReturn(
                        okJson("{\"access_token\":\"service-token\",\"expires_in\":300,\"token_type\":\"Bearer\"}")));
        adapterAnswers(record(LocalDate.of(2017, 4, 6), List.of()));
    }

    public void adapterAnswers(ResponseDefinitionBuilder response) {
        server.stubFor(post(urlEqualTo(QUERIES)).willReturn(response));
    }

    /** The record, of which each question is answered what it asks for: all kinds or the one that counts, all areas or those of that spring. */
    private void adapterAnswers(Map<String, Object> record) {
        adapterAnswers(okJson(signed(adapterKey, record)));
        answerPart(record, Set.copyOf(AREAS), Set.of("11"));
        answerPart(record, AREAS_IN_SPRING, Set.copyOf(KINDS));
        answerPart(record, AREAS_IN_SPRING, Set.of("11"));
    }

    private void answerPart(Map<String, Object> record, Set<String> areas, Set<String> kinds) {
        Map<String, Object> part = new LinkedHashMap<>(record);
        part.put(
                "coverage",
                spans(record)
                        .filter(span -> span instanceof Map<?, ?> of
                                && areas.contains(of.get("area"))
                                && kinds.contains(of.get("kind")))
                        .toList());
        server.stubFor(post(urlEqualTo(QUERIES))
                .withRequestBody(matchingJsonPath("$.areas.length()", equalTo(String.valueOf(areas.size()))))
                .withRequestBody(matchingJsonPath("$.kinds.length()", equalTo(String.valueOf(kinds.size()))))
                .willReturn(okJson(signed(adapterKey, part))));
    }

    private static Stream<?> spans(Map<String, Object> record) {
        return record.get("coverage") instanceof List<?> spans ? spans.stream() : Stream.empty();
    }

    /** Months paid at one employer of 330104, and perhaps a last one that has not been posted yet. */
    public void monthsPaid(LocalDate asOf, YearMonth first, YearMonth last, YearMonth... notPosted) {
        adapterAnswers(record(asOf, rows(first, last, notPosted)));
    }

    /** Months paid, of which the adapter says so late that nobody waits any more. */
    public void monthsPaidButSlowly(Duration after, LocalDate asOf, YearMonth first, YearMonth last) {
        adapterAnswers(okJson(signed(adapterKey, record(asOf, rows(first, last))))
                .withFixedDelay(Math.toIntExact(after.toMillis())));
    }

    /** Months paid, where the bureau of another area does not answer. */
    public void oneAreaSilent(LocalDate asOf, YearMonth first, YearMonth last) {
        Map<String, Object> record = new LinkedHashMap<>(record(asOf, rows(first, last)));
        record.put("coverage", coverage("330102"));
        adapterAnswers(record);
    }

    /** Months paid, where the bureau of another area was not asked for want of a place. */
    public void oneAreaNotAsked(LocalDate asOf, YearMonth first, YearMonth last) {
        Map<String, Object> record = new LinkedHashMap<>(record(asOf, rows(first, last)));
        record.put("coverage", coverage("330102"));
        record.put("notAsked", List.of("330102"));
        adapterAnswers(record);
    }

    /** Months paid, the last of them at another employer. */
    public void lastMonthElsewhere(LocalDate asOf, YearMonth first, YearMonth last) {
        List<Map<String, Object>> rows = rows(first, last);
        rows.getLast().putAll(Map.of("unit", "30010002", "unitName", "杭州乙科技有限公司"));
        adapterAnswers(record(asOf, rows));
    }

    public void answerWithForgedSignature(LocalDate asOf) {
        adapterAnswers(okJson(signed(newKey(), record(asOf, List.of()))));
    }

    /** The signed part with other content than the unsigned part beside it. */
    public void unsignedPartLies(LocalDate asOf, YearMonth first, YearMonth last) {
        adapterAnswers(okJson(JSON.writeValueAsString(Map.of(
                "evidenceId", UUID.randomUUID().toString(),
                "asOf", asOf.toString(),
                "rows", List.of(),
                "coverage", List.of(),
                "jws", jws(adapterKey, JSON.writeValueAsString(record(asOf, rows(first, last))))))));
    }

    public void adapterIsDown() {
        adapterAnswers(aResponse().withStatus(503));
    }

    /** Months paid, of which the answer about the counted kinds takes a while. */
    public void countedKindsAnsweredAfter(Duration delay, LocalDate asOf, YearMonth first, YearMonth last) {
        monthsPaid(asOf, first, last);
        server.stubFor(post(urlEqualTo(QUERIES))
                .withRequestBody(matchingJsonPath("$.kinds.length()", equalTo("1")))
                .willReturn(okJson(signed(adapterKey, record(asOf, rows(first, last))))
                        .withFixedDelay(Math.toIntExact(delay.toMillis()))));
    }

    /** Months paid, and no answer to a question about all kinds. */
    public void onlyCountedKindsAnswered(LocalDate asOf, YearMonth first, YearMonth last) {
        monthsPaid(asOf, first, last);
        server.stubFor(post(urlEqualTo(QUERIES))
                .withRequestBody(matchingJsonPath("$.kinds.length()", equalTo("5")))
                .willReturn(aResponse().withStatus(503)));
    }

    /** An address of a partner that wants to be told, and takes what it is told. */
    public String partner(String path) {
        server.stubFor(options(urlEqualTo(path)).willReturn(ok().withHeader("WebHook-Allowed-Origin", "*")));
        server.stubFor(post(urlEqualTo(path)).willReturn(aResponse().withStatus(204)));
        return server.baseUrl() + path;
    }

    public List<LoggedRequest> queries() {
        return server.findAll(postRequestedFor(urlEqualTo(QUERIES)));
    }

    /** A pass as community-service makes it, to be changed before it is signed. */
    public Pass pass(String clerk) {
        return new Pass(communityKey, clerk);
    }

    private static List<Map<String, Object>> rows(YearMonth first, YearMonth last, YearMonth... notPosted) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            rows.add(row(month, "1"));
        }
        for (YearMonth month : notPosted) {
            rows.add(row(month, "0"));
        }
        return rows;
    }

    private static Map<String, Object> row(YearMonth month, String posted) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("month", month.toString());
        row.put("kind", "11");
        row.put("unit", "30010001");
        row.put("unitName", "杭州甲科技有限公司");
        row.put("unitKind", "EMPLOYER");
        row.put("area", "330104");
        row.put("type", "10");
        row.put("base", new BigDecimal("3500.00"));
        row.put("amount", new BigDecimal("280.00"));
        row.put("posted", posted);
        row.put("postedMonth", posted.equals("1") ? month.plusMonths(1).toString() : null);
        return row;
    }

    private static Map<String, Object> record(LocalDate asOf, List<Map<String, Object>> rows) {
        return Map.of(
                "evidenceId",
                UUID.randomUUID().toString(),
                "asOf",
                asOf.toString(),
                "coverage",
                coverage("none"),
                "rows",
                rows,
                "duplicateRows",
                0,
                "somethingNew",
                "that this service does not know");
    }

    private static List<Map<String, String>> coverage(String silentArea) {
        List<Map<String, String>> coverage = new ArrayList<>();
        for (String area : AREAS) {
            for (String kind : KINDS) {
                String state = area.equals(silentArea) ? "SILENT" : "ANSWERED";
                coverage.add(Map.of("area", area, "kind", kind, "state", state));
            }
        }
        return coverage;
    }

    private static String signed(ECKey key, Map<String, Object> record) {
        Map<String, Object> answer = new LinkedHashMap<>(record);
        answer.put("jws", jws(key, JSON.writeValueAsString(record)));
        return JSON.writeValueAsString(answer);
    }

    private static String jws(ECKey key, String payload) {
        try {
            JWSObject signed = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    new Payload(payload));
            signed.sign(new ECDSASigner(key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keySet(ECKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The claims of a visit pass that is not signed yet. */
    public static final class Pass {

        private final ECKey genuine;
        private final JWTClaimsSet.Builder claims;
        private String type = "visit-pass+jwt";

        private Pass(ECKey genuine, String clerk) {
            this.genuine = genuine;
            this.claims = new JWTClaimsSet.Builder()
                    .issuer("community-service")
                    .audience("permit-service")
                    .subject(clerk)
                    .claim("visit", UUID.randomUUID().toString())
                    .claim("window", "00000000-0000-7000-8000-330104008008")
                    .claim("tier", "community")
                    .claim("item", "residence-permit")
                    .claim("authority", "police-330104")
                    .claim("division", "330104008008")
                    .jwtID(UUID.randomUUID().toString())
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(900)));
        }

        public Pass claim(String name, Object value) {
            claims.claim(name, value);
            return this;
        }

        public Pass audience(String audience) {
            claims.audience(audience);
            return this;
        }

        public Pass expired() {
            claims.expirationTime(Date.from(Instant.now().minusSeconds(1)));
            return this;
        }

        public Pass type(String changed) {
            type = changed;
            return this;
        }

        public String sign() {
            return signWith(genuine);
        }

        public String forge() {
            return signWith(newKey());
        }

        private String signWith(ECKey key) {
            try {
                SignedJWT pass = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .type(new JOSEObjectType(type))
                                .keyID(key.getKeyID())
                                .build(),
                        claims.build());
                pass.sign(new ECDSASigner(key));
                return pass.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
