package io.tongban.platform.crypto;

import java.util.Base64;

/**
 * A signature (ES256) beside what was signed.
 *
 * @param keyId which of the signer's keys
 * @param value 64 bytes in Base64 for URLs
 */
public record DetachedSignature(String keyId, String value) {

    public static DetachedSignature of(String keyId, byte[] signature) {
        return new DetachedSignature(
                keyId, Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(value);
    }
}
