package io.tongban.platform.security;

import org.springframework.security.oauth2.jwt.BadJwtException;

/** A token is not good. It has no stack: floods are made of such tokens, and to record where each was refused costs more than to refuse it. */
final class BadToken extends BadJwtException {

    BadToken(String reason) {
        super(reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
