package io.tongban.platform.outbox;

import io.tongban.platform.problem.Language;
import java.util.Optional;
import java.util.UUID;

/** To whom messages go; a service that has an outbox declares it as a bean. */
@FunctionalInterface
public interface Recipients {

    /** Who is told about the subject; empty if nobody gave an address: then it is only shown. */
    Optional<Recipient> of(UUID subject);

    /** Where somebody is told, and in which language. */
    record Recipient(String address, Language language) {

        /** Shows nothing of the person. */
        @Override
        public String toString() {
            return "Recipient[hidden, " + language + "]";
        }
    }
}
