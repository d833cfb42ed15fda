package io.tongban.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTests {

    private static final String PLACEHOLDER = "\\$\\{TONGBAN_[A-Z_]+}";

    private final JsonNode realm = read("tongban-realm.json");
    private final JsonNode people = read("tongban-users-0.json");

    @Test
    void noSecretIsInTheRepository() {
        assertThat(clients().filter(client -> client.has("secret")))
                .hasSize(5)
                .allSatisfy(
                        client -> assertThat(client.path("secret").asString()).matches(PLACEHOLDER));
        assertThat(people.path("users").valueStream())
                .hasSize(9)
                .allSatisfy(user -> assertThat(user.path("credentials")
                                .valueStream()
                                .map(given -> given.path("value").asString()))
                        .singleElement()
                        .asString()
                        .matches(PLACEHOLDER));
    }

    @Test
    void nobodySignsInWithAPasswordGrantOrWithoutProofOfPossessionOfTheCode() {
        assertThat(clients()).isNotEmpty().allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
            assertThat(client.path("fullScopeAllowed").asBoolean()).isFalse();
            if (client.path("standardFlowEnabled").asBoolean()) {
                assertThat(client.path("attributes")
                                .path("pkce.code.challenge.method")
                                .asString())
                        .isEqualTo("S256");
            }
        });
    }

    @Test
    void onlyPermitServiceMayAskForContributions() {
        assertThat(clients()
                        .filter(client -> Stream.of("defaultClientScopes", "optionalClientScopes")
                                .flatMap(list -> client.path(list).valueStream())
                                .anyMatch(scope -> scope.asString().equals("contributions:read"))))
                .singleElement()
                .satisfies(
                        client -> assertThat(client.path("clientId").asString()).isEqualTo("permit-service"));
    }

    @Test
    void guessingAndWaitingAreLimited() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.path("sslRequired").asString()).isNotEqualTo("none");
        assertThat(realm.path("registrationAllowed").asBoolean()).isFalse();
    }

    private Stream<JsonNode> clients() {
        return realm.path("clients").valueStream();
    }

    private static JsonNode read(String file) {
        return JsonMapper.shared().readTree(Path.of("keycloak", file).toFile());
    }
}
