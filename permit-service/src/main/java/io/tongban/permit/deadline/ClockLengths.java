package io.tongban.permit.deadline;

/**
 * How long the clocks of a case run, as its standard says.
 *
 * @param permit clock 1, and clock 2 of a review that is answered as an acceptance is
 * @param answer clock 2
 * @param settle clock 3
 * @param papers clock 3 where only papers are open at reception; and when clock 1 begins to stand for a tolerable paper
 * @param supplement clock 4
 * @param openCase clock 5
 * @param confirmation clock 6
 * @param deemed clock 7
 */
public record ClockLengths(
        Length permit,
        Length answer,
        Length settle,
        Length papers,
        Length supplement,
        Length openCase,
        Length confirmation,
        Length deemed) {}
