package io.tongban.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over HTTP as its users do. */
public final class Api {

    public static final String QIANJIANGYUAN = "00000000-0000-7000-8000-330104008008";
    public static final String SIJIQING = "00000000-0000-7000-8000-330104008000";
    public static final String JIANGGAN = "00000000-0000-7000-8000-330104000000";
    public static final String CITY = "00000000-0000-7000-8000-330100000000";
    public static final @Nullable String NOBODY = null;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestTestClient http;
    private final TestTokens tokens;
    private final @Nullable String lane;

    @Autowired
    Api(RestTestClient http, TestTokens tokens) {
        this(http, tokens, null);
    }

    private Api(RestTestClient http, TestTokens tokens, @Nullable String lane) {
        this.http = http;
        this.tokens = tokens;
        this.lane = lane;
    }

    /** Calls as they come through one lane of the gateway. */
    public Api inLane(String name) {
        return new Api(http, tokens, name);
    }

    public Answer get(String path, @Nullable String token) {
        return call(HttpMethod.GET, path, token, null, new HttpHeaders());
    }

    /** With a key that nobody used before. */
    public Answer post(String path, @Nullable String token, String body) {
        return post(path, token, UUID.randomUUID().toString(), body);
    }

    public Answer post(String path, @Nullable String token, String idempotencyKey, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Idempotency-Key", idempotencyKey);
        return call(HttpMethod.POST, path, token, body, headers);
    }

    /** An act on what was seen, with the ETag that the answer had. */
    public Answer act(String path, @Nullable String token, Answer seen, @Nullable String body) {
        return act(path, token, seen.headers().getETag(), body);
    }

    public Answer act(String path, @Nullable String token, @Nullable String ifMatch, @Nullable String body) {
        HttpHeaders headers = new HttpHeaders();
        if (ifMatch != null) {
            headers.set(HttpHeaders.IF_MATCH, ifMatch);
        }
        return call(HttpMethod.POST, path, token, body, headers);
    }

    public Answer put(String path, @Nullable String token, @Nullable String ifMatch, String body) {
        HttpHeaders headers = new HttpHeaders();
        if (ifMatch != null) {
            headers.set(HttpHeaders.IF_MATCH, ifMatch);
        }
        return call(HttpMethod.PUT, path, token, body, headers);
    }

    public String clerkOfQianjiangyuan() {
        return tokens.clerk("community", "330104008008", "police-330104");
    }

    /** Another account at the same window. */
    public String movedToTheDistrict(String subject) {
        return tokens.token()
                .subject(subject)
                .roles("clerk")
                .claim("tier", "district")
                .claim("division", "330104000000")
                .claim("authority", "police-330104")
                .sign();
    }

    public String colleagueAtQianjiangyuan(String subject) {
        return tokens.token()
                .subject(subject)
                .roles("clerk")
                .claim("tier", "community")
                .claim("division", "330104008008")
                .claim("authority", "police-330104")
                .sign();
    }

    /** A clerk at every {@link #ownWindow}. */
    public String clerkOfOwnWindow(String subject) {
        return tokens.token()
                .subject(subject)
                .roles("clerk")
                .claim("tier", "community")
                .claim("division", "330104008003")
                .claim("authority", "civil-affairs-330104")
                .sign();
    }

    /** Of an authority or a division, as the claim says. */
    public String supervisor(String claim, String value) {
        return tokens.token()
                .subject("supervisor-" + value)
                .roles("supervisor")
                .claim(claim, value)
                .sign();
    }

    /**
     * A window of a test's own, open from 08:30 to 17:00 on working days. It takes the elder card, which no window of the loaded network
     * does, so that no other test finds it.
     */
    public String ownWindow(int capacity) {
        return ownWindowAt("330104008003", capacity);
    }

    public String ownWindowAt(String division, int capacity) {
        String admin = tierAdmin("330104000000");
        Answer added = post("/api/v1/windows", admin, """
                        {"division": "%s", "centre": "试验便民服务站", "name": "窗口 %s", "authority": "civil-affairs-330104",
                         "items": ["residence-registration", "elder-card"],
                         "hours": {"workingDays": [{"opens": "08:30", "closes": "17:00"}], "weekends": []}}
                        """.formatted(division, UUID.randomUUID()))
                .expect(201);
        String id = added.text("id");
        if (capacity > 0) {
            put("/api/v1/windows/" + id + "/capacity", admin, "\"1\"", "{\"capacity\": %d}".formatted(capacity))
                    .expect(200);
        }
        return id;
    }

    /** A ticket machine of the same division, which is of no authority. */
    public String machineAtQianjiangyuan(String subject) {
        return tokens.token()
                .subject(subject)
                .roles("device")
                .claim("tier", "community")
                .claim("division", "330104008008")
                .sign();
    }

    public String applicant(String subject) {
        return tokens.token().subject(subject).roles("applicant").sign();
    }

    public String tierAdmin(String division) {
        return tokens.token()
                .subject("admin-" + division)
                .roles("tier-admin")
                .claim("tier", "district")
                .claim("division", division)
                .sign();
    }

    public String withRoles(String... roles) {
        return tokens.withRoles(roles);
    }

    /** Calls another replica than that of the test. */
    public Api at(int port) {
        return new Api(
                RestTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .build(),
                tokens,
                lane);
    }

    private Answer call(
            HttpMethod method, String path, @Nullable String token, @Nullable String body, HttpHeaders headers) {
        RestTestClient.RequestBodySpec request = http.method(method).uri(path).headers(all -> {
            all.addAll(headers);
            if (token != null) {
                all.setBearerAuth(token);
            }
            if (lane != null) {
                all.set("Tongban-Lane", lane);
            }
        });
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        EntityExchangeResult<byte[]> result = request.exchange().returnResult(byte[].class);
        byte[] content = Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
        return new Answer(
                result.getStatus().value(),
                result.getResponseHeaders(),
                content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content));
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString();
        }

        public List<String> texts(String list, String field) {
            List<String> texts = new ArrayList<>();
            body.path(list).forEach(item -> texts.add(item.path(field).asString()));
            return texts;
        }

        public Answer expect(int expected) {
            assertThat(status).as(body.toString()).isEqualTo(expected);
            return this;
        }

        /** Insists on the status, and on the type as the catalogue has it. */
        public Answer expectProblem(int expected, String slug) {
            expect(expected);
            assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(text("type")).isEqualTo("/errors/" + slug);
            return this;
        }
    }
}
