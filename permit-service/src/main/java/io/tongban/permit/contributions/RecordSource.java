package io.tongban.permit.contributions;

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
}
