package io.tongban.community.trip;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the case feed, or a pre-check that is kept with its visit, tells of a chain. */
public sealed interface ChainEvent {

    /**
     * A look, or a pre-check.
     *
     * @param visit in which it was made; null for one of the service or of the authority
     * @param left the states of the points that are open after it
     */
    record Looked(LocalDateTime at, @Nullable UUID visit, Set<PointState> left) implements ChainEvent {

        public Looked {
            left = Set.copyOf(left);
        }
    }

    /**
     * A point that the notice before did not name was judged.
     *
     * @param notice the number of the notice that names the point now
     */
    record Judged(LocalDateTime at, Verdict verdict, String notice) implements ChainEvent {}

    /**
     * A breach {@code OUTSIDE_STANDARD} was recorded.
     *
     * @param at when the visit of the demand began, however much later a statement about it is upheld
     */
    record FoundOutsideStandard(LocalDateTime at) implements ChainEvent {}

    /** A demand of the clerk was refused in a visit. */
    record DemandRefused(UUID visit) implements ChainEvent {}

    /** The permit was collected in a visit. */
    record Collected(UUID visit) implements ChainEvent {}
}
