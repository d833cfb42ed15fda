package io.tongban.permit.casefile.look;

import io.tongban.engine.standard.StandardReference;
import org.jspecify.annotations.Nullable;

/**
 * What the latest look at a case came to, and under which standard it counts: the one that the case keeps, or a newer one that
 * favours the applicant.
 *
 * @param used the check that everything goes by
 * @param other the look under the other standard where neither favours the applicant, who may then choose; else null
 * @param chosen the standard that the applicant chose last; null before any choice
 */
public record ApplicableLooks(
        Look used, @Nullable Look other, @Nullable StandardReference chosen) {

    /** Whether the applicant has still to choose; until then the pinned standard is used. */
    public boolean isChoiceOpen() {
        return other != null && chosen == null;
    }

    /** The same by the applicant's choice; null if it is not one of the two. */
    public @Nullable ApplicableLooks choosing(String version) {
        if (other == null) {
            return null;
        }
        if (used.standard().version().equals(version)) {
            return new ApplicableLooks(used, other, used.standard());
        }
        return other.standard().version().equals(version) ? new ApplicableLooks(other, used, other.standard()) : null;
    }
}
