package io.tongban.platform.security;

import io.tongban.platform.crypto.Sha256;
import java.nio.ByteBuffer;

/** The SHA-256 digest of a whole token, signature included: what a token is remembered by, so that memory holds no second copy of it. */
record TokenDigest(long first, long second, long third, long fourth) {

    static TokenDigest of(String token) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(token));
        return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }
}
