package io.tongban.sandbox.network;

import static io.tongban.sandbox.network.SignInBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.preflight.FreePorts;
import io.tongban.sandbox.process.Guard;
import io.tongban.sandbox.process.GuardedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the realm's file makes of a real Keycloak, with the settings of a city. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KeycloakIT {

    private static final Path ROOT =
            Path.of(System.getProperty("tongban.root", "..")).toAbsolutePath().normalize();
    private static final String BROWSER = "tongban-browser";
    private static final String BACK = "http://127.0.0.1:8400/login/oauth2/code/tongban";

    private static Guard guard;
    private static Secrets secrets;
    private static URI issuer;

    @BeforeAll
    static void start() throws Exception {
        Path data = ROOT.resolve("sandbox/target/keycloak-it");
        FileSystemUtils.deleteRecursively(data);
        Folders folders = new Folders(ROOT, Files.createDirectories(data));
        Files.createDirectories(folders.logs());
        Files.createDirectories(folders.tools());
        guard = Guard.of(ROOT);
        secrets = Secrets.in(folders.secrets());
        Keycloak keycloak = new Keycloak(folders, secrets, guard, FreePorts.base());
        keycloak.prepare(new Progress(System.out));
        GuardedProcess process = keycloak.start(
                Map.of("jiang", "pseudonym-1", "li", "pseudonym-2"), Keycloak.StaffSignIn.BY_SECOND_FACTOR);
        Readiness.await(process, keycloak.managementHealth(), Duration.ofMinutes(3));
        issuer = keycloak.issuer();
    }

    @AfterAll
    static void end() {
        guard.retire().forEach(GuardedProcess::end);
    }

    @Test
    void handsNoClientATokenForAPassword() throws Exception {
        try (SignInBrowser browser = new SignInBrowser(issuer)) {
            for (String client : clients()) {
                HttpResponse<String> refused = browser.token(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "client_secret",
                        secrets.of(Keycloak.clientSecretName(client.replace("tongban-", ""))),
                        "username",
                        "jiang",
                        "password",
                        password("jiang")));
                assertThat(refused.statusCode()).as(client).isIn(400, 401);
                assertThat(refused.body()).as(client).doesNotContain("access_token");
            }
        }
    }

    /** Those of the file, and those that Keycloak makes by itself. */
    private static List<String> clients() {
        JsonNode realm = JsonMapper.shared()
                .readTree(ROOT.resolve("deploy/keycloak/tongban-realm.json").toFile());
        List<String> clients = StreamSupport.stream(realm.path("clients").spliterator(), false)
                .map(client -> client.path("clientId").asString())
                .toList();
        assertThat(clients).contains("account", "account-console", "admin-cli", "security-admin-console");
        return Stream.concat(clients.stream(), Stream.of("broker", "realm-management"))
                .toList();
    }

    @Test
    void sendsABrowserBackToOneAddressOnly() throws Exception {
        try (SignInBrowser browser = new SignInBrowser(issuer)) {
            assertThat(browser.open(BROWSER, BACK, Map.of()).statusCode()).isEqualTo(200);
            for (String other : List.of(
                    "http://127.0.0.1:8400/",
                    BACK + "/more",
                    BACK + "?to=elsewhere",
                    BACK + "/../other",
                    "http://127.0.0.1.example/login/oauth2/code/tongban")) {
                assertThat(browser.open(BROWSER, other, Map.of()).statusCode())
                        .as(other)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void letsNoStaffInWithoutASecondFactor() throws Exception {
        String secret;
        try (SignInBrowser browser = new SignInBrowser(issuer)) {
            HttpResponse<String> setUp = signIn(browser, BROWSER, BACK, "clerk.city");
            assertThat(setUp.statusCode()).isEqualTo(200);
            secret = field(setUp.body(), "totpSecret");

            HttpResponse<String> in = browser.fill(
                    setUp, Map.of("totp", code(secret, Instant.now()), "totpSecret", secret, "userLabel", "phone"));
            assertThat(location(in)).startsWith(BACK).contains("code=");
        }
        try (SignInBrowser browser = new SignInBrowser(issuer)) {
            HttpResponse<String> asked = signIn(browser, BROWSER, BACK, "clerk.city");
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.body()).contains("name=\"otp\"").doesNotContain("totpSecret");

            HttpResponse<String> guessed = browser.fill(asked, Map.of("otp", "000000"));
            assertThat(location(guessed)).isEmpty();
            // Of the time step after this one: a code is taken once, and the window is one step wide.
            HttpResponse<String> in = browser.fill(
                    guessed, Map.of("otp", code(secret, Instant.now().plusSeconds(30))));
            assertThat(location(in)).startsWith(BACK).contains("code=");
        }
    }

    @Test
    void asksEveryStaffRoleForASecondFactor() throws Exception {
        for (String person : List.of(
                "reviewer.jianggan", "supervisor.jianggan", "admin.jianggan", "editor.hangzhou", "approver.hangzhou")) {
            try (SignInBrowser browser = new SignInBrowser(issuer)) {
                HttpResponse<String> setUp = signIn(browser, BROWSER, BACK, person);
                assertThat(setUp.statusCode()).as(person).isEqualTo(200);
                assertThat(setUp.body()).as(person).contains("totpSecret");
            }
        }
    }

    @Test
    void letsAnApplicantInByPasswordAndShowsThemTheirOwnAccount() throws Exception {
        String console = issuer + "/account/";
        try (SignInBrowser browser = new SignInBrowser(issuer)) {
            HttpResponse<String> in = signIn(browser, "account-console", console, "li");
            JsonNode token = JsonMapper.shared()
                    .readTree(browser.exchange("account-console", console, location(in))
                            .body());
            HttpResponse<String> credentials =
                    browser.account("/credentials", token.path("access_token").asString());
            assertThat(credentials.statusCode()).isEqualTo(200);
            assertThat(credentials.body()).contains("UPDATE_PASSWORD", "CONFIGURE_TOTP", "webauthn-register");

            HttpResponse<String> change =
                    browser.follow(browser.open("account-console", console, Map.of("kc_action", "UPDATE_PASSWORD")));
            String another = password("li") + "-another";
            HttpResponse<String> changed =
                    browser.fill(change, Map.of("password-new", another, "password-confirm", another));
            assertThat(location(changed)).startsWith(console).contains("kc_action_status=success");
        }
        try (SignInBrowser browser = new SignInBrowser(issuer)) {
            assertThat(location(signIn(browser, BROWSER, BACK, "li"))).isEmpty();
        }
    }

    private static HttpResponse<String> signIn(SignInBrowser browser, String client, String back, String person)
            throws IOException, InterruptedException {
        return browser.fill(
                browser.open(client, back, Map.of()), Map.of("username", person, "password", password(person)));
    }

    private static String password(String person) {
        return secrets.of(Keycloak.passwordName(person));
    }

    private static String field(String page, String name) {
        Matcher input =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(input.find()).as(name).isTrue();
        return input.group(1);
    }

    /** The code of a moment (RFC 6238); Keycloak takes the characters of the secret themselves as the key. */
    private static String code(String secret, Instant at) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(at.getEpochSecond() / 30)
                .array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }
}
