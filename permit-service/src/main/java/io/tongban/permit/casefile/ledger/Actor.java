package io.tongban.permit.casefile.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acted: a person by the subject of the token, at a window during a visit, or the service by itself. */
public record Actor(
        String subject, @Nullable UUID window, @Nullable UUID visit) {

    /** What the service does when nobody asked. */
    public static final Actor SETTLEMENT = new Actor("service:settlement", null, null);

    /** What the service does when a limit has passed. */
    public static final Actor LIMITS = new Actor("service:limits", null, null);

    /** Someone who acts from the back office. */
    public static Actor withoutWindow(String subject) {
        return new Actor(subject, null, null);
    }
}
