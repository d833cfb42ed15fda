package io.tongban.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.test.TestTokens;
import io.tongban.platform.test.description.BodyConstraints;
import io.tongban.platform.test.description.MistakenRequests;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is wrong with a request is placed where its caller wrote it. */
@PermitServiceTest
class MistakenRequestTests {

    @Autowired
    private RestTestClient http;

    @Autowired
    private TestTokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private Validator validator;

    @Test
    void noConstraintIsAboutWhatNoCallerCanWrite() {
        assertThat(new BodyConstraints(validator).strays(mapping, http)).isEmpty();
    }

    @Test
    void everyMistakeIsPlacedWhereTheCallerWroteIt() {
        assertThat(new MistakenRequests(http).strays(everybody())).isEmpty();
    }

    @Test
    void everyBodyIsJsonAndNothingElse() {
        assertThat(new MistakenRequests(http).readersOfForeignBodies(everybody()))
                .isEmpty();
    }

    private String everybody() {
        return tokens.token()
                .roles(
                        "applicant",
                        "clerk",
                        "reviewer",
                        "auditor",
                        "api-consumer",
                        "standards-editor",
                        "standards-approver")
                .claim("scope", "events:read visits:end")
                .sign();
    }
}
