package io.tongban.sandbox.network;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as far as Keycloak's pages need one: cookies, forms, redirects within Keycloak. */
final class SignInBrowser implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-";
    private static final String CHALLENGE = "HAm0KlcgW50nnUH12zgTXQ6D_rGZGm8emPrdLObV9aI";

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI issuer;

    SignInBrowser(URI issuer) {
        this.issuer = issuer;
    }

    /** Opens the page on which people sign in to a client. */
    HttpResponse<String> open(String client, String redirect, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "client_id",
                client,
                "redirect_uri",
                redirect,
                "response_type",
                "code",
                "scope",
                "openid",
                "code_challenge",
                CHALLENGE,
                "code_challenge_method",
                "S256"));
        query.putAll(more);
        return send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/auth?" + form(query))));
    }

    /** Fills the form of a page and sends it; follows Keycloak to its next page. */
    HttpResponse<String> fill(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IOException("no form on a page that answered " + page.statusCode());
        }
        return follow(send(post(URI.create(form.group(1).replace("&amp;", "&")), fields)));
    }

    /** From Keycloak's page to its next one, as long as it sends the browser on to itself. */
    HttpResponse<String> follow(HttpResponse<String> from) throws IOException, InterruptedException {
        HttpResponse<String> answer = from;
        while (answer.statusCode() == 302 && location(answer).startsWith(issuer.toString() + "/login-actions")) {
            answer = send(HttpRequest.newBuilder(URI.create(location(answer))));
        }
        return answer;
    }

    /** Exchanges the code in an address that Keycloak sent the browser to. */
    HttpResponse<String> exchange(String client, String redirect, String address)
            throws IOException, InterruptedException {
        String code = address.replaceFirst(".*[?&]code=([^&]+).*", "$1");
        return token(Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "redirect_uri", redirect,
                "code", code,
                "code_verifier", VERIFIER));
    }

    HttpResponse<String> token(Map<String, String> fields) throws IOException, InterruptedException {
        return http.send(
                post(URI.create(issuer + "/protocol/openid-connect/token"), fields)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> account(String path, String token) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(issuer + "/account" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.timeout(Duration.ofSeconds(30));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return answer;
    }

    private static HttpRequest.Builder post(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.close();
    }
}
