package io.tongban.community.trip;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is counted.
 *
 * @param ofChain whether an event of the chain, or the visit's end, names the other; false for a visit without a case
 * @param end null while the visit has none
 */
public record WindowVisit(
        UUID id,
        Arrival arrival,
        Present present,
        boolean ofChain,
        @Nullable End end) implements Occasion {

    /** How the visit ended. */
    public sealed interface End {}

    /** The visit ended so, and a complete look that was made in it is in the feed, or it needed none. */
    public record Complete() implements End {}

    /**
     * Something was not looked at.
     *
     * @param code null where the clerk said that the visit is complete, and no complete look is in the feed
     * @param begunInHours whether the ticket was taken or the visit begun in published hours
     * @param handoverConfirmed whether the applicant confirmed a handover
     */
    public record Partial(@Nullable PartialCode code, boolean begunInHours, boolean handoverConfirmed) implements End {

        boolean isByChoice() {
            return code == PartialCode.APPLICANT_LEFT || handoverConfirmed;
        }
    }

    /** Whether the window closed on somebody who had come in time. */
    boolean isCutShort() {
        return end instanceof Partial partial
                && partial.code() == PartialCode.CLOSING
                && partial.begunInHours()
                && !partial.handoverConfirmed();
    }

    /** Whether the visit was not brought to its end, and not by the applicant's wish. */
    boolean isUnfinished() {
        return end == null || (end instanceof Partial partial && !partial.isByChoice());
    }

    /** Whether the applicant chose to go on elsewhere or on another day. */
    boolean isLeftByChoice() {
        return end instanceof Partial partial && partial.isByChoice();
    }
}
