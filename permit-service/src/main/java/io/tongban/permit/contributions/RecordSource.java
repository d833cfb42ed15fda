package io.tongban.permit.contributions;

import java.util.Optional;

/** Where one person's contribution record comes from. */
@FunctionalInterface
public interface RecordSource {

    /**
     * One person's record.
     *
     * @return the record with its coverage; a source that knows no such person says so in it
     * @throws ContributionsUnavailable if there is none to be had now
     */
    ReadRecord read(ContributionQuery query);

    /** A record that answers the query and is at hand without asking anybody. */
    default Optional<ReadRecord> kept(ContributionQuery query) {
        return Optional.empty();
    }
}
