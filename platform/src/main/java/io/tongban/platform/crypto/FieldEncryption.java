package io.tongban.platform.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Authenticated encryption of single values at rest.
 *
 * <p>The context says what the value is and whose, for example {@code document:<id>:raw}. It is not stored; without the
 * same context nothing is decrypted, so a value copied into another row is of no use there.
 */
public final class FieldEncryption {

    private final Aead aead;

    public FieldEncryption(Aead aead) {
        this.aead = aead;
    }

    public byte[] encrypt(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed", e);
        }
    }

    public byte[] encrypt(String plain, String context) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /**
     * The value as it was.
     *
     * @throws DecryptionRefused if it was changed, or written in another context, or under a key that is gone
     */
    public byte[] decrypt(byte[] cipher, String context) {
        try {
            return aead.decrypt(cipher, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new DecryptionRefused(context, e);
        }
    }

    /**
     * The text as it was.
     *
     * @throws DecryptionRefused as {@link #decrypt}
     */
    public String decryptText(byte[] cipher, String context) {
        return new String(decrypt(cipher, context), StandardCharsets.UTF_8);
    }
}
