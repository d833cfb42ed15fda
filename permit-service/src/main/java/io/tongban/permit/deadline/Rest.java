package io.tongban.permit.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why a clock stands for a time. */
public sealed interface Rest {

    /**
     * The reviewer asked for papers in a review.
     *
     * @param askedOn a day that the clock still counts
     * @param endedOn the last day on which the clock stood: of the papers, or the last day of clock 4; null while it runs
     * @param binding whether a point that binds was asked; no clock stands for others
     */
    record Supplement(LocalDate askedOn, @Nullable LocalDate endedOn, boolean binding) implements Rest {}

    /**
     * A paper that may follow is not there when it should be.
     *
     * @param until the day on which it came; while it is missing, the day up to which it has not come
     */
    record TolerablePaper(LocalDate until, boolean came) implements Rest {}
}
