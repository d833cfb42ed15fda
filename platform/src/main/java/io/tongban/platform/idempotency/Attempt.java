package io.tongban.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** The attempt that the current request makes under its idempotency key. */
record Attempt(String id, UUID attempt) {

    void attach(HttpServletRequest request) {
        request.setAttribute(Attempt.class.getName(), this);
    }

    static Optional<Attempt> of(HttpServletRequest request) {
        return Optional.ofNullable((Attempt) request.getAttribute(Attempt.class.getName()));
    }
}
