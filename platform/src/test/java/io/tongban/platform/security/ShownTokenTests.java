package io.tongban.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** What of a header is a bearer token. */
class ShownTokenTests {

    @Test
    void aTokenIsReadAndAnotherSchemeIsNone() {
        assertThat(new ShownToken().resolve(showing("Bearer a.b-c=="))).isEqualTo("a.b-c==");
        assertThat(new ShownToken().resolve(showing("bearer a"))).isEqualTo("a");
        assertThat(new ShownToken().resolve(showing("Basic YTpi"))).isNull();
        assertThat(new ShownToken().resolve(new MockHttpServletRequest())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer !!!", "Bearer", "Bearer ", "Bearer a b", "Bearer =", "Bearer-a"})
    void whatHasNotTheFormOfATokenIsRefusedWithoutAStack(String header) {
        assertThatExceptionOfType(InvalidBearerTokenException.class)
                .isThrownBy(() -> new ShownToken().resolve(showing(header)))
                .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
    }

    private static MockHttpServletRequest showing(String authorization) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", authorization);
        return request;
    }
}
