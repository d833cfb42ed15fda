package io.tongban.permit;

import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People of 江干 who call the service over HTTP with real tokens. */
public final class TestWindow {

    public static final String ID_NUMBER = "339999199001010013";
    public static final String NAME = "姜先生";
    public static final String OTHER_ID_NUMBER = "339999199102020026";

    private static final AtomicInteger NEXT_PERSON = new AtomicInteger();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Environment environment;
    private final TestTokens tokens;
    private final TestNeighbours neighbours;
    private final BlindIndex blindIndex;
    private final HttpClient http = HttpClient.newHttpClient();

    TestWindow(Environment environment, TestTokens tokens, TestNeighbours neighbours, BlindIndex blindIndex) {
        this.environment = environment;
        this.tokens = tokens;
        this.neighbours = neighbours;
        this.blindIndex = blindIndex;
    }

    public String clerkToken(String subject) {
        return tokens.token().subject(subject).roles("clerk").sign();
    }

    public String reviewerToken(String subject, String authority) {
        return tokens.token()
                .subject(subject)
                .roles("reviewer")
                .claim("authority", authority)
                .sign();
    }

    public String applicantToken(String idNumber) {
        return tokens.token()
                .subject("applicant-1")
                .roles("applicant")
                .claim("person", blindIndex.of("person", idNumber))
                .sign();
    }

    public String partnerToken(String client) {
        return tokens.token()
                .subject("service-account-" + client)
                .claim("azp", client)
                .roles("api-consumer")
                .sign();
    }

    /** The id of a consent of {@link #ID_NUMBER} that lasts until the end of May 2017. */
    public String consent(String partner) {
        return applicant(ID_NUMBER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/v1/consents",
                        Map.of("partner", partner, "items", List.of("residence-permit"), "until", "2017-05-31"))
                .expect(201)
                .at("/id");
    }

    /** The id of a consent of a person that lets a partner be told until the end of May 2017. */
    public String consentToBeTold(String idNumber, String partner) {
        return applicant(idNumber)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/v1/consents",
                        Map.of(
                                "partner",
                                partner,
                                "purposes",
                                List.of("EVENTS"),
                                "items",
                                List.of("residence-permit"),
                                "until",
                                "2017-05-31"))
                .expect(201)
                .at("/id");
    }

    /** A call of a partner. */
    public Call partner(String client) {
        return new Call().token(partnerToken(client));
    }

    /** Registers an address of a partner. */
    public Answer webhook(String client, String url, String... types) {
        return partner(client)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/webhooks", Map.of("url", url, "types", List.of(types)));
    }

    /** The token with which community-service calls in its own name. */
    public String communityService() {
        return tokens.token()
                .subject("service-account-community-service")
                .claim("scope", "visits:end")
                .sign();
    }

    /** A call of a service that follows what happens to all cases. */
    public Call eventFollower() {
        return new Call()
                .token(tokens.token()
                        .subject("service-account-community-service")
                        .claim("scope", "events:read")
                        .sign());
    }

    /** The cursor behind all that was handed out by now. */
    public String endOfFeed() {
        Answer page = eventFollower().get("/api/v1/events?limit=200").expect(200);
        while (!page.json().path("items").isEmpty()) {
            page = eventFollower()
                    .get("/api/v1/events?limit=200&after=" + page.at("/next"))
                    .expect(200);
        }
        return page.at("/next");
    }

    /** A call of a clerk during a visit. */
    public Call clerk(String subject) {
        return new Call()
                .token(clerkToken(subject))
                .header("Visit-Pass", neighbours.pass(subject).sign());
    }

    public Call reviewer(String subject, String authority) {
        return new Call().token(reviewerToken(subject, authority));
    }

    public Call applicant(String idNumber) {
        return new Call().token(applicantToken(idNumber));
    }

    public Call call() {
        return new Call();
    }

    /** The facts of the story: registered long ago, one contract, one photo. */
    public static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("item", "residence-permit");
        facts.put("route", "employment");
        facts.put("applicant", Map.of("name", NAME, "idNumber", ID_NUMBER));
        facts.put("residence", Map.of("division", "330104008008", "registeredOn", "2016-05-12"));
        facts.put(
                "papers",
                new ArrayList<>(List.of(
                        Map.of(
                                "kind", "labour-contract",
                                "unit", "30010001",
                                "from", "2016-04-05",
                                "until", "2019-04-04"),
                        Map.of("kind", "photo"))));
        return facts;
    }

    /** Opens a case with the facts of the story and expects that to work. */
    public Answer openCase(String clerk) {
        return clerk(clerk)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", facts())
                .expect(201);
    }

    /** The same of somebody whom no other test knows. */
    public Answer openCaseOfSomebodyElse(String clerk) {
        return clerk(clerk)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", factsOfSomebodyElse())
                .expect(201);
    }

    public static Map<String, Object> factsOfSomebodyElse() {
        Map<String, Object> facts = facts();
        facts.put("applicant", Map.of("name", NAME, "idNumber", idNumber(NEXT_PERSON.getAndIncrement())));
        return facts;
    }

    /** Born on one of the days from 1980 on, with the check character of GB 11643. */
    private static String idNumber(int person) {
        String digits = "339999"
                + LocalDate.of(1980, 1, 1).plusDays(person / 999).format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%03d".formatted(1 + person % 999);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** A request that is not sent yet. */
    public final class Call {

        private final Map<String, String> headers = new LinkedHashMap<>();
        private int port = environment.getRequiredProperty("local.server.port", Integer.class);

        private Call() {}

        /** To another replica than that of the test; 0: to that of the test. */
        public Call at(int replica) {
            port = replica == 0 ? port : replica;
            return this;
        }

        public Call token(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Call ifMatch(Answer seen) {
            return header("If-Match", seen.header("ETag"));
        }

        public Answer get(String path) {
            return send(request(path).GET());
        }

        /** Without a body. */
        public Answer post(String path) {
            return send(request(path).POST(BodyPublishers.noBody()));
        }

        public Answer post(String path, Object body) {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            headers.forEach(request::header);
            return request;
        }

        private Answer send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.headers(), response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        /** The value at a JSON pointer as text. */
        public String at(String pointer) {
            return json().at(pointer).asString();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String path() {
            return "/api/v1/cases/" + at("/id");
        }

        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", was " + status + ": " + text);
            }
            return this;
        }
    }
}
