package io.tongban.insurance.source;

import io.tongban.platform.crypto.Sha256;

/** The bytes that a source sent, as they came; never printed. */
public final class RawAnswer {

    private final byte[] bytes;

    RawAnswer(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The SHA-256 of the bytes as {@code sha256:<hex>}. */
    public String digest() {
        return Sha256.named(bytes);
    }

    @Override
    public String toString() {
        return "RawAnswer[" + bytes.length + " bytes]";
    }
}
