package io.tongban.sandbox.story;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in: persons as a browser does it, authorization code with PKCE through Keycloak's form (RFC 7636); systems by secret. */
final class SignIn {

    private static final String CLIENT = "tongban-browser";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final SecureRandom random = new SecureRandom();
    private final URI issuer;
    private final URI redirect;

    /** @param gateway its address; the realm sends browsers back only to the path below, at which nothing answers here */
    SignIn(URI issuer, URI gateway) {
        this.issuer = issuer;
        this.redirect = gateway.resolve("/login/oauth2/code/tongban");
    }

    /** An access token of the person. */
    AccessToken as(String person, String password) throws IOException, InterruptedException {
        String verifier = randomText(48);
        String state = randomText(12);
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/auth?"
                                + form(Map.of(
                                        "client_id",
                                        CLIENT,
                                        "redirect_uri",
                                        redirect.toString(),
                                        "response_type",
                                        "code",
                                        "scope",
                                        "openid",
                                        "state",
                                        state,
                                        "code_challenge",
                                        challenge(verifier),
                                        "code_challenge_method",
                                        "S256"))))
                        .timeout(TIMEOUT)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher form = FORM.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new IOException(
                    "the sign-in page of " + person + " answered " + page.statusCode() + " without a form");
        }
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .timeout(TIMEOUT)
                        .header("Cookie", cookies(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                form(Map.of("username", person, "password", password))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Map<String, String> returned =
                query(answer.headers().firstValue("Location").orElse(""));
        String code = returned.get("code");
        if (answer.statusCode() != 302 || code == null || !state.equals(returned.get("state"))) {
            throw new IOException("the sign-in of " + person + " was not accepted (" + answer.statusCode() + ")");
        }
        return exchange(code, verifier);
    }

    /** An access token of a system's own account (RFC 6749, section 4.4). */
    AccessToken asClient(String client, String secret) throws IOException, InterruptedException {
        return token(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private AccessToken exchange(String code, String verifier) throws IOException, InterruptedException {
        return token(Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "redirect_uri", redirect.toString(),
                "code", code,
                "code_verifier", verifier));
    }

    private AccessToken token(Map<String, String> grant) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(grant)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no token was given (" + answer.statusCode() + "): " + answer.body());
        }
        JsonNode token = JsonMapper.shared().readTree(answer.body());
        return new AccessToken(
                token.path("access_token").asString(),
                Duration.ofSeconds(token.path("expires_in").asLong()));
    }

    /**
     * The page's cookies for the next request. Keycloak marks them Secure on loopback too; browsers send them back there, a
     * {@link java.net.CookieManager} does not.
     */
    private static String cookies(HttpResponse<?> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private String randomText(int bytes) {
        byte[] text = new byte[bytes];
        random.nextBytes(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> query(String address) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
