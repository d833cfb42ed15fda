package io.tongban.engine.comparison.diff;

import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.comparison.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a search among the persons of a route came to.
 *
 * @param criterion null: the assessment as a whole
 * @param found null: no such person within the bound
 * @param bound the persons among whom it was sought
 * @param tried how many of them were looked at until one was found
 */
public record Witness(
        String route, @Nullable String criterion, @Nullable Found found, Domain.Extent bound, int tried) {

    /** A person who is treated differently, and how. */
    record Found(Person person, Treatment treatment, Treatment.Clarity clarity) {}
}
