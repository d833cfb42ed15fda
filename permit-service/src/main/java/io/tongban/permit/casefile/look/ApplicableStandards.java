package io.tongban.permit.casefile.look;

import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.StandardReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standards that a look at a case is made under.
 *
 * @param pinned that of the first visit
 * @param newer the one in force on the day of the look; null when it is the same, or does not know the route
 * @param chosen what the applicant chose when the two could not be ordered; null before any choice
 */
public record ApplicableStandards(
        Standard pinned, @Nullable Standard newer, @Nullable StandardReference chosen) {

    public static ApplicableStandards only(Standard standard) {
        return new ApplicableStandards(standard, null, null);
    }

    public List<Standard> all() {
        return newer == null ? List.of(pinned) : List.of(pinned, newer);
    }

    /** Why a source is read, as it goes on record there. */
    String purpose() {
        String versions = newer == null ? pinned.version() : pinned.version() + ":" + newer.version();
        return pinned.item() + "/" + versions;
    }
}
