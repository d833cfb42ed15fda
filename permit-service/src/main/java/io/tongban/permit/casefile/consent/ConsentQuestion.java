package io.tongban.permit.casefile.consent;

import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's question about a person.
 *
 * @param consent null if the partner named none of this person
 * @param askedAt by the business clock
 * @param allowed whether the consent covered it; otherwise it was not answered
 */
record ConsentQuestion(
        UUID id, @Nullable UUID consent, String partner, String item, ZonedDateTime askedAt, boolean allowed) {}
