package io.tongban.platform.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.DataFormatException;

/**
 * Authenticated encryption of single values at rest.
 *
 * <p>The context says what the value is and whose, for example {@code document:<id>:raw}. It is not stored; without the
 * same context nothing is decrypted, so a value copied into another row is of no use there.
 *
 * <p>Texts of hundreds of bytes and more are large: they are compressed and padded before they are encrypted, in a context of their
 * own, so what was written as one is never read as the other.
 */
public final class FieldEncryption {

    /** No other context begins like this. */
    private static final String LARGE = "packed:";

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

    /** Encrypts what is large, so that its length says little of its content. */
    public byte[] encryptLarge(byte[] plain, String context) {
        return encrypt(Packed.of(plain).bytes(), LARGE + context);
    }

    public byte[] encryptLarge(String plain, String context) {
        return encryptLarge(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /**
     * What is large as it was, also if it was encrypted before large values were packed: which of the two it is shows in the
     * context that it was encrypted in.
     *
     * @throws DecryptionRefused as {@link #decrypt}
     */
    public byte[] decryptLarge(byte[] cipher, String context) {
        byte[] packed;
        try {
            packed = aead.decrypt(cipher, (LARGE + context).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException notPacked) {
            return decrypt(cipher, context);
        }
        try {
            return Packed.read(packed).unpack();
        } catch (DataFormatException e) {
            throw new DecryptionRefused(context, e);
        }
    }

    /**
     * The large text as it was.
     *
     * @throws DecryptionRefused as {@link #decrypt}
     */
    public String decryptLargeText(byte[] cipher, String context) {
        return new String(decryptLarge(cipher, context), StandardCharsets.UTF_8);
    }
}
