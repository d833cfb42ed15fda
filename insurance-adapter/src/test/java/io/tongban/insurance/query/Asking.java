package io.tongban.insurance.query;

import io.tongban.platform.test.SigningKey;
import io.tongban.platform.test.TestTokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A query that is right in every respect, with what a test changes in it. */
public final class Asking {

    public static final String ID_NUMBER = "339999199001010013";
    public static final String NAME = "王小明";

    private final Map<String, @Nullable Object> body = new LinkedHashMap<>();

    public Asking() {
        body.put("identity", Map.of("idNumber", ID_NUMBER, "name", NAME));
        body.put("areas", List.of("330104"));
        body.put("kinds", List.of("11"));
        body.put("firstMonth", "2016-04");
        body.put("purpose", "residence-permit/R1");
        body.put("case", null);
        body.put("actor", "clerk-community-330104008008");
    }

    public Asking with(String property, @Nullable Object value) {
        body.put(property, value);
        return this;
    }

    Asking without(String property) {
        body.remove(property);
        return this;
    }

    Asking about(String idNumber, String name) {
        return with("identity", Map.of("idNumber", idNumber, "name", name));
    }

    /** As the service that may ask. */
    public RestTestClient.ResponseSpec send(RestTestClient http, TestTokens tokens) {
        return send(http, token(tokens).sign());
    }

    RestTestClient.ResponseSpec send(RestTestClient http, @Nullable String token) {
        return http.post()
                .uri(ContributionQueryController.PATH)
                .headers(headers -> {
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    static SigningKey.Token token(TestTokens tokens) {
        return tokens.token()
                .subject("service-account-permit-service")
                .claim("azp", "permit-service")
                .claim("scope", "profile contributions:read");
    }
}
