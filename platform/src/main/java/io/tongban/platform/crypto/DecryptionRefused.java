package io.tongban.platform.crypto;

/** A cipher text that is not one of ours, was changed, or was written in another context. */
public final class DecryptionRefused extends RuntimeException {

    DecryptionRefused(String context, Throwable cause) {
        super("not decrypted in the context " + context, cause);
    }
}
