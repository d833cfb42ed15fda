package io.tongban.engine.command.remote;

import io.tongban.engine.command.ExitCode;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Sign-in in a browser on any device: OAuth 2.0 Device Authorization Grant, RFC 8628. */
final class DeviceSignIn {

    private static final String CLIENT = "tongban-cli";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration EVERY = Duration.ofSeconds(5); // RFC 8628 3.2: where the server says nothing
    private static final Duration SLOWER_BY = Duration.ofSeconds(5); // RFC 8628 3.5

    private final Http http;
    private final URI issuer;
    private final PrintWriter out;
    private final Outside.Pause pause;

    DeviceSignIn(Http http, URI issuer, PrintWriter out, Outside.Pause pause) {
        this.http = http;
        this.issuer = issuer;
        this.out = out;
        this.pause = pause;
    }

    /** An access token, once a person has signed in and agreed. */
    String token() throws CannotGoOn {
        Http.Answer metadata = http.get(URI.create(base() + "/.well-known/openid-configuration"), Map.of());
        URI devices = endpoint(metadata, "device_authorization_endpoint");
        URI tokens = endpoint(metadata, "token_endpoint");
        Http.Answer started = http.postForm(devices, Map.of("client_id", CLIENT));
        if (!started.isOk() || !started.body().hasNonNull("device_code")) {
            throw refused("the sign-in by code was refused: " + reason(started));
        }
        JsonNode device = started.body();
        long minutes = Math.max(
                1, Duration.ofSeconds(device.path("expires_in").asLong(300)).toMinutes());
        out.println("Sign in within " + minutes + " minutes, in any browser:");
        out.println("  " + address(device));
        out.println("  code " + device.path("user_code").asString());
        out.flush();
        return poll(tokens, device);
    }

    private String poll(URI tokens, JsonNode device) throws CannotGoOn {
        Duration every = Duration.ofSeconds(device.path("interval").asLong(EVERY.toSeconds()));
        Duration left = Duration.ofSeconds(device.path("expires_in").asLong(300));
        while (left.isPositive()) {
            take(every);
            left = left.minus(every);
            Http.Answer answer = http.postForm(
                    tokens,
                    Map.of(
                            "grant_type", GRANT,
                            "client_id", CLIENT,
                            "device_code", device.path("device_code").asString()));
            if (answer.isOk() && answer.body().hasNonNull("access_token")) {
                return answer.body().path("access_token").asString();
            }
            switch (answer.body().path("error").asString("")) {
                case "authorization_pending" -> {}
                case "slow_down" -> every = every.plus(SLOWER_BY);
                case "access_denied" -> throw refused("the sign-in was refused in the browser");
                case "expired_token" -> left = Duration.ZERO;
                default -> throw refused("the sign-in failed: " + reason(answer));
            }
        }
        throw refused("nobody signed in with the code in time");
    }

    private void take(Duration time) throws CannotGoOn {
        try {
            pause.take(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw refused("interrupted while waiting for the sign-in");
        }
    }

    private URI endpoint(Http.Answer metadata, String name) throws CannotGoOn {
        String address = metadata.body().path(name).asString("");
        if (!metadata.isOk() || address.isEmpty()) {
            throw new CannotGoOn(
                    ExitCode.UNUSABLE,
                    List.of(
                            issuer + ": names no " + name + " (" + metadata.status() + ")",
                            "  remedy: give the address of the realm with --issuer, for example"
                                    + " https://id.example/realms/tongban"));
        }
        return Address.trusted(URI.create(address));
    }

    private static String address(JsonNode device) {
        return device.path("verification_uri_complete")
                .asString(device.path("verification_uri").asString());
    }

    private static String reason(Http.Answer answer) {
        return answer.body()
                .path("error_description")
                .asString(answer.body().path("error").asString("status " + answer.status()));
    }

    private String base() {
        String text = issuer.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static CannotGoOn refused(String what) {
        return new CannotGoOn(ExitCode.UNUSABLE, List.of(what, "  remedy: start the command again"));
    }
}
