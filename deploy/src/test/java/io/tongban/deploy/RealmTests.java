package io.tongban.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .hasSize(11)
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
    void onlyTheCommandLineSignsInByDeviceAndByNothingElse() {
        assertThat(clients()
                        .filter(client -> client.path("attributes")
                                .path("oauth2.device.authorization.grant.enabled")
                                .asBoolean(false)))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.path("clientId").asString()).isEqualTo("tongban-cli");
                    assertThat(client.path("publicClient").asBoolean()).isTrue();
                    assertThat(client.path("standardFlowEnabled").asBoolean()).isFalse();
                    assertThat(client.path("serviceAccountsEnabled").asBoolean())
                            .isFalse();
                    assertThat(client.path("redirectUris").values()).isEmpty();
                    assertThat(client.path("attributes")
                                    .path("oauth2.device.code.lifespan")
                                    .asInt())
                            .isBetween(60, 300);
                    assertThat(client.path("attributes")
                                    .path("use.refresh.tokens")
                                    .asString())
                            .isEqualTo("false");
                });
    }

    /** So that a code that somebody is talked into confirming opens no case and no window. */
    @Test
    void whoSignsInByDeviceBringsOnlyTheRolesForStandards() {
        assertThat(realm.path("scopeMappings")
                        .valueStream()
                        .filter(mapping -> mapping.path("client").asString().equals("tongban-cli"))
                        .flatMap(mapping -> mapping.path("roles").valueStream())
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("standards-editor", "standards-approver");
    }

    @Test
    void nobodyBothDraftsAndApproves() {
        assertThat(people.path("users")
                        .valueStream()
                        .map(user -> user.path("realmRoles")
                                .valueStream()
                                .map(JsonNode::asString)
                                .filter(role -> role.startsWith("standards-"))
                                .toList()))
                .contains(List.of("standards-editor"), List.of("standards-approver"))
                .doesNotContain(
                        List.of("standards-editor", "standards-approver"),
                        List.of("standards-approver", "standards-editor"));
    }

    @ParameterizedTest
    @CsvSource({"contributions:read, permit-service", "events:read, community-service", "visits:end, community-service"
    })
    void whatOneServiceMayAskOfAnotherNobodyElseMay(String only, String service) {
        assertThat(clients()
                        .filter(client -> Stream.of("defaultClientScopes", "optionalClientScopes")
                                .flatMap(list -> client.path(list).valueStream())
                                .anyMatch(scope -> scope.asString().equals(only))))
                .singleElement()
                .satisfies(
                        client -> assertThat(client.path("clientId").asString()).isEqualTo(service));
    }

    /** What these come to at a real Keycloak is the sandbox's to show. */
    @Test
    void everyRoleOfStaffIsOneThatSignsInWithASecondFactor() {
        assertThat(realm.path("roles")
                        .path("realm")
                        .valueStream()
                        .filter(role -> !role.path("composites")
                                .path("realm")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()
                                .contains("staff"))
                        .map(role -> role.path("name").asString()))
                .containsExactlyInAnyOrder("default-roles-tongban", "applicant", "api-consumer", "device", "staff");
    }

    @Test
    void browsersAreSentBackToExactAddressesOnly() {
        assertThat(clients()
                        .flatMap(client -> client.path("redirectUris").valueStream())
                        .map(JsonNode::asString))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).doesNotContain("*"));
    }

    /** Those that Keycloak would make by itself, with grants that nobody here needs. */
    @Test
    void keycloaksOwnClientsAreNamed() {
        assertThat(clients().map(client -> client.path("clientId").asString()))
                .contains("account", "account-console", "admin-cli", "security-admin-console");
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
