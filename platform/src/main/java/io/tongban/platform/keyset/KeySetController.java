package io.tongban.platform.keyset;

import com.nimbusds.jose.jwk.JWKSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "keys", description = "The public keys with which signatures are verified.")
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
    @Operation(
            operationId = "listKeys",
            summary = "Read the keys of signatures",
            description = "A JSON Web Key Set (RFC 7517), old keys included.")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED_FOR).cachePublic())
                .body(keys.publicKeys().toJSONObject());
    }
}
