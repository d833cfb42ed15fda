package io.tongban.platform.crypto;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** A keyed digest by which an encrypted value is found again, and which says nothing to who lacks the key. */
public final class BlindIndex {

    private static final int BYTES = 32;

    private final PrfSet prf;

    public BlindIndex(PrfSet prf) {
        this.prf = prf;
    }

    /**
     * The same for the same purpose and value; unrelated for another purpose.
     *
     * @return 43 characters of base64url
     */
    public String of(String purpose, String value) {
        if (purpose.isEmpty() || purpose.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a purpose is a word");
        }
        try {
            byte[] digest = prf.computePrimary((purpose + '\0' + value).getBytes(StandardCharsets.UTF_8), BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no blind index can be computed", e);
        }
    }
}
