package io.tongban.platform.crypto;

import io.tongban.platform.StartRefused;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys of the service are.
 *
 * @param location the directory of the key files
 * @param published whether anyone can read the public keys of its signatures at {@code /.well-known/jwks.json}
 */
@ConfigurationProperties("tongban.keys")
record KeyProperties(
        @Nullable Path location, @DefaultValue("false") boolean published) {

    Path requiredLocation() {
        if (location == null) {
            throw new StartRefused(
                    "tongban.keys.location is not set, so there are no keys to encrypt or sign with.",
                    "Set tongban.keys.location to a directory of key files. " + KeyFiles.HOW_TO_MAKE_THEM);
        }
        return location;
    }
}
