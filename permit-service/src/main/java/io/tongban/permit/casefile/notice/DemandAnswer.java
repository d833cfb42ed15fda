package io.tongban.permit.casefile.notice;

import java.util.UUID;

/** What is answered to a clerk who demands a paper. */
public sealed interface DemandAnswer {

    /** No criterion of the route asks for it: it is refused, and the refusal is kept. */
    record OutsideStandard() implements DemandAnswer {}

    /** Such a paper was shown and holds, so that nobody asks for it again. */
    record PaperHolds(UUID paper) implements DemandAnswer {}

    /** The criterion is met without it. */
    record AlreadyMet(String criterion) implements DemandAnswer {}

    /** The latest notice names it: the demand stands. */
    record InNotice(GivenNotice notice) implements DemandAnswer {}

    /** It may be asked for only by a look: what is wrong with what was shown is to be entered first. */
    record EnterDefect() implements DemandAnswer {}
}
