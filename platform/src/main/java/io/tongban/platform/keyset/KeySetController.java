package io.tongban.platform.keyset;

import com.nimbusds.jose.jwk.JWKSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.tongban.platform.crypto.SigningKeys;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys with which anyone can check what the service signed, old ones included. */
@RestController
class KeySetController {

    static final String PATH = "/.well-known/jwks.json";

    private static final Duration CACHED_FOR = Duration.ofMinutes(5);

    private final SigningKeys keys;

    KeySetController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping(
            path = PATH,
            produces = {JWKSet.MIME_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "Public keys of the signatures")
    @SecurityRequirements
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED_FOR).cachePublic())
                .body(keys.publicKeys().toJSONObject());
    }
}
