package io.tongban.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

/** A caller is what the token says, and nothing that it does not say. */
class CallerTests {

    @Test
    void readsRolesScopesAndClaims() {
        Caller caller = Caller.of(token().claim("realm_access", Map.of("roles", List.of("clerk", "reviewer")))
                .claim("scope", "openid  things:read")
                .claim("azp", "browser")
                .claim("tier", "city")
                .claim("person", "pseudonym-of-one")
                .build());
        assertThat(caller.roles()).containsExactlyInAnyOrder("clerk", "reviewer");
        assertThat(caller.scopes()).containsExactlyInAnyOrder("openid", "things:read");
        assertThat(caller.hasRole("reviewer")).isTrue();
        assertThat(caller.hasRole("things:read")).isFalse();
        assertThat(caller.hasScope("things:read")).isTrue();
        assertThat(caller.clientId()).isEqualTo("browser");
        assertThat(caller.tier()).isEqualTo("city");
        assertThat(caller.division()).isNull();
        assertThat(caller).asString().doesNotContain("pseudonym-of-one");
    }

    @Test
    void aTokenThatIsOddlyFormedEntitlesToNothing() {
        assertThat(Caller.of(token().build()).roles()).isEmpty();
        assertThat(Caller.of(token().claim("realm_access", "admin").build()).roles())
                .isEmpty();
        assertThat(Caller.of(token().claim("realm_access", Map.of("roles", "admin"))
                                .build())
                        .roles())
                .isEmpty();
        assertThat(Caller.of(token().claim("realm_access", Map.of("roles", List.of(7)))
                                .build())
                        .roles())
                .isEmpty();
        assertThat(Caller.of(token().claim("scope", List.of("a")).build()).scopes())
                .isEmpty();
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("t").header("alg", "ES256").subject("account-1");
    }
}
