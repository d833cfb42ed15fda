package io.tongban.engine.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Every fact that an expression of a standard may use: its name there, its type and what it says. A name that is not here is
 * refused when the standard is loaded.
 */
public enum Fact {
    APPLIED_ON("appliedOn", FactType.DATE, Scope.CASE),

    /** GB 11643: the check digit is right and the birth date exists. */
    IDENTITY_VALID("identity.valid", FactType.FLAG, Scope.CASE),
    /** The number is that of another document than the identity card; {@code identity.valid} is false then. */
    IDENTITY_OTHER_DOCUMENT("identity.otherDocument", FactType.FLAG, Scope.CASE),
    /** The day of birth in the identity number; of a number that is not valid the application date. */
    IDENTITY_BORN_ON("identity.bornOn", FactType.DATE, Scope.CASE),
    /** {@code male} or {@code female}, by the identity number; empty if that is not valid. */
    IDENTITY_SEX("identity.sex", FactType.WORD, Scope.CASE),

    RESIDENCE_REGISTERED("residence.registered", FactType.FLAG, Scope.CASE),
    /** The day of registration; of a person who is not registered the application date. */
    RESIDENCE_SINCE("residence.since", FactType.DATE, Scope.CASE),
    RESIDENCE_WAIVED("residence.waived", FactType.FLAG, Scope.CASE),

    /** Days from the record to the application; negative if the record is younger. */
    CONTRIBUTIONS_RECORD_AGE("contributions.recordAge", FactType.NUMBER, Scope.CONTRIBUTIONS),
    CONTRIBUTIONS_AS_OF("contributions.asOf", FactType.DATE, Scope.CONTRIBUTIONS),
    /** The sources were asked; of a number that is no citizen's they are not. */
    CONTRIBUTIONS_ASKED("contributions.asked", FactType.FLAG, Scope.CONTRIBUTIONS),
    /** A month that matters is not paid, and some counted area and kind of it was not read. */
    CONTRIBUTIONS_UNREAD("contributions.unread", FactType.FLAG, Scope.CONTRIBUTIONS),
    /** Every counted area and kind says that it has no such person, and no row was read. */
    CONTRIBUTIONS_PERSON_UNKNOWN("contributions.personUnknown", FactType.FLAG, Scope.CONTRIBUTIONS),
    CONTRIBUTIONS_CURRENT("contributions.current", FactType.FLAG, Scope.CONTRIBUTIONS),
    CONTRIBUTIONS_COUNTED("contributions.counted", FactType.NUMBER, Scope.CONTRIBUTIONS),
    /** The paid months among the last so many, in a row or not; 0 in a standard that counts in no such window. */
    CONTRIBUTIONS_PAID_WITHIN("contributions.paidWithin", FactType.NUMBER, Scope.CONTRIBUTIONS),
    /** The paid months are enough: in a row, or in the window of a standard that has one. */
    CONTRIBUTIONS_ENOUGH("contributions.enough", FactType.FLAG, Scope.CONTRIBUTIONS),
    /** The paid months are enough, or are once pending ones have posted. */
    CONTRIBUTIONS_ENOUGH_ONCE_POSTED("contributions.enoughOncePosted", FactType.FLAG, Scope.CONTRIBUTIONS),
    /** How many months were noted as pending. */
    CONTRIBUTIONS_PENDING("contributions.pending", FactType.NUMBER, Scope.CONTRIBUTIONS),
    CONTRIBUTIONS_PENDING_MONTHS("contributions.pendingMonths", FactType.WORDS, Scope.CONTRIBUTIONS),
    /** The forecast of the last pending month needed; the application date where the pending months do not suffice. */
    CONTRIBUTIONS_SETTLES_ON("contributions.settlesOn", FactType.DATE, Scope.CONTRIBUTIONS),
    /** Days from the application to {@code settlesOn}. */
    CONTRIBUTIONS_SETTLES_IN("contributions.settlesIn", FactType.NUMBER, Scope.CONTRIBUTIONS),
    /** It would not be enough without a month that was posted late; of months in a row, one of the last that are needed was. */
    CONTRIBUTIONS_POSTED_LATE("contributions.postedLate", FactType.FLAG, Scope.CONTRIBUTIONS),
    /** The same of a month of which a unit's refund or reversal is announced, and the unit makes it paid. */
    CONTRIBUTIONS_REFUND_ANNOUNCED("contributions.refundAnnounced", FactType.FLAG, Scope.CONTRIBUTIONS),
    /** A month of the gap that broke the run has a row of zero. */
    CONTRIBUTIONS_ZERO_IN_GAP("contributions.zeroInGap", FactType.FLAG, Scope.CONTRIBUTIONS),
    /** A month of the gap that broke the run is paid by a row of a type that is in no list. */
    CONTRIBUTIONS_UNCLEAR_IN_GAP("contributions.unclearInGap", FactType.FLAG, Scope.CONTRIBUTIONS),
    /** Of the record's month and those before it that the standard asks for or looks at, one is paid. */
    CONTRIBUTIONS_PAID_BEFORE("contributions.paidBefore", FactType.FLAG, Scope.CONTRIBUTIONS),
    CONTRIBUTIONS_UNCLEAR_BEFORE("contributions.unclearBefore", FactType.FLAG, Scope.CONTRIBUTIONS),
    CONTRIBUTIONS_ARREARS_BEFORE("contributions.arrearsBefore", FactType.FLAG, Scope.CONTRIBUTIONS),
    CONTRIBUTIONS_BACK_PAID_BEFORE("contributions.backPaidBefore", FactType.FLAG, Scope.CONTRIBUTIONS),
    /** The month in which the months are enough if the applicant goes on as now. */
    CONTRIBUTIONS_THROUGH("contributions.through", FactType.MONTH, Scope.CONTRIBUTIONS),
    /** Why months that could have counted do not, one reason for each month. */
    CONTRIBUTIONS_BREAKS("contributions.breaks", FactType.FINDINGS, Scope.CONTRIBUTIONS),
    /** The rows of the months that are relied on, paid or pending, at which a person must look. */
    CONTRIBUTIONS_DOUBTS("contributions.doubts", FactType.FINDINGS, Scope.CONTRIBUTIONS),
    /** The rows of the gap at which a person must look; without a run, those of all months that are looked at. */
    CONTRIBUTIONS_GAP_DOUBTS("contributions.gapDoubts", FactType.FINDINGS, Scope.CONTRIBUTIONS),

    /** Some paper of the kinds asked for was brought, good or not. */
    PAPERS_BROUGHT("papers.brought", FactType.FLAG, Scope.PAPERS),
    /** The kinds that were not brought, have expired, or are not what the standard asks for. */
    PAPERS_LACKING("papers.lacking", FactType.WORDS, Scope.PAPERS),
    /** A paper is good but not old enough yet. */
    PAPERS_YOUNG("papers.young", FactType.FLAG, Scope.PAPERS),
    /** The day on which the last of them is old enough; the application date where none is young. */
    PAPERS_OLD_ENOUGH_ON("papers.oldEnoughOn", FactType.DATE, Scope.PAPERS),

    CHOICE_BROUGHT("choice.brought", FactType.FLAG, Scope.CHOICE),
    CHOICE_VALID("choice.valid", FactType.FLAG, Scope.CHOICE),
    /** None is valid, but one will be. */
    CHOICE_LATER("choice.later", FactType.FLAG, Scope.CHOICE),
    /** The day on which the first of them becomes valid; the application date where none is later. */
    CHOICE_VALID_ON("choice.validOn", FactType.DATE, Scope.CHOICE),
    /** The kind of the expired paper that was valid longest; none where nothing was brought. */
    CHOICE_EXPIRED("choice.expired", FactType.WORDS, Scope.CHOICE),

    CONTRACTS_BROUGHT("contracts.brought", FactType.FLAG, Scope.CONTRACTS),
    /** There are counted months, and none of them has an employer. */
    CONTRACTS_WITHOUT_EMPLOYER("contracts.withoutEmployer", FactType.FLAG, Scope.CONTRACTS),
    /** The contracts that are to be brought, each as kind and unit. */
    CONTRACTS_LACKING("contracts.lacking", FactType.WORDS, Scope.CONTRACTS),
    /** The chain has a hole inside the counted months that no missing contract explains. */
    CONTRACTS_HOLE("contracts.hole", FactType.FLAG, Scope.CONTRACTS),
    /** No contract with a counted unit, but one with another party over all counted months. */
    CONTRACTS_OTHER_PARTY("contracts.otherParty", FactType.FLAG, Scope.CONTRACTS),
    /** Whether a contract is with a counted unit cannot be seen by codes: another code and the same name, or no code. */
    CONTRACTS_UNIT_IN_DOUBT("contracts.unitInDoubt", FactType.FLAG, Scope.CONTRACTS),
    /** The units of which that cannot be seen. */
    CONTRACTS_DOUBTS("contracts.doubts", FactType.FINDINGS, Scope.CONTRACTS);

    private final String expression;
    private final FactType type;
    private final Scope scope;

    Fact(String expression, FactType type, Scope scope) {
        this.expression = expression;
        this.type = type;
        this.scope = scope;
    }

    /** Where a fact is known. */
    public enum Scope {
        /** Everywhere. */
        CASE,
        /** In a standard that says how contribution months are counted. */
        CONTRIBUTIONS,
        /** Where papers are asked for that are all needed. */
        PAPERS,
        /** Where one of several papers is asked for. */
        CHOICE,
        /** Where labour contracts are asked for. */
        CONTRACTS
    }

    Scope scope() {
        return scope;
    }

    public String expression() {
        return expression;
    }

    FactType type() {
        return type;
    }

    public static List<Fact> of(Scope scope) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : values()) {
            if (fact.scope == scope) {
                facts.add(fact);
            }
        }
        return facts;
    }
}
