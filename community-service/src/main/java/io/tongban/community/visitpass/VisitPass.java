package io.tongban.community.visitpass;

import java.time.Instant;

/** The signed, short-lived proof that a clerk serves a visit at a window; never logged. */
public record VisitPass(String compact, Instant expiresAt) {

    @Override
    public String toString() {
        return "VisitPass[until " + expiresAt + "]";
    }
}
