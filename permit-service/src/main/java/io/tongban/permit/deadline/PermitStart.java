package io.tongban.permit.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From when clock 1 may run; what did not happen is null.
 *
 * @param papersOnlyFrom the day from which a provisional case has only papers open
 * @param acceptedOn the day of the acceptance
 * @param review the latest review
 */
public record PermitStart(
        @Nullable LocalDate papersOnlyFrom,
        @Nullable LocalDate acceptedOn,
        @Nullable Review review) {

    /** Day 0 of clock 1: the first of these days that exists; in a case that was opened again that of the new review. */
    public Optional<LocalDate> on() {
        if (review != null && review.reason() == ReviewReason.ORDERED) {
            return Optional.of(review.since());
        }
        return Stream.of(
                        Optional.ofNullable(papersOnlyFrom),
                        Optional.ofNullable(acceptedOn),
                        Optional.ofNullable(review).map(Review::since))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
