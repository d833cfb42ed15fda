package io.tongban.platform.idempotency;

/** An answer as the database keeps it. */
final class EncryptedAnswer {

    private final byte[] cipher;

    EncryptedAnswer(byte[] cipher) {
        this.cipher = cipher.clone();
    }

    byte[] cipher() {
        return cipher.clone();
    }
}
