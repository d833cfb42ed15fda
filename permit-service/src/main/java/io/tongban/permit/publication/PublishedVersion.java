package io.tongban.permit.publication;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version as it was published; it never changes.
 *
 * @param inForceAlone false for a layer that only others build on
 * @param from first day in force
 * @param until last day in force, included; null: until the next version begins
 * @param document the text of this layer
 * @param digest of the effective standard; null for a layer that is never in force alone
 * @param draft the approved draft; null for what came with the service
 * @param publishedOn day on the business clock
 */
public record PublishedVersion(
        String item,
        String version,
        String layer,
        boolean inForceAlone,
        LocalDate from,
        @Nullable LocalDate until,
        String document,
        @Nullable String digest,
        @Nullable UUID draft,
        String publishedBy,
        LocalDate publishedOn) {

    /** How its text is called where a mistake is shown. */
    public String name() {
        return item + "/" + version;
    }
}
