package io.tongban.permit.casefile.suite;

import static io.tongban.engine.document.Key.optional;
import static io.tongban.engine.document.Key.required;
import static io.tongban.engine.document.Shape.Plain.DAY;
import static io.tongban.engine.document.Shape.Plain.FLAG;
import static io.tongban.engine.document.Shape.Plain.TEXT;

import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.document.Key;
import io.tongban.engine.document.Shape;
import io.tongban.engine.document.Shape.ByKey;
import io.tongban.engine.document.Shape.Form;
import io.tongban.engine.document.Shape.ListOf;
import io.tongban.engine.document.Shape.MapOf;
import io.tongban.engine.document.Shape.OrNull;
import io.tongban.engine.document.Shape.Table;
import io.tongban.engine.document.Shape.Whole;
import io.tongban.engine.document.Shape.Word;
import io.tongban.engine.papers.PaperState;
import io.tongban.engine.point.Mark;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.suite.SuiteKeys;
import io.tongban.engine.visibility.CorrectionGround;
import io.tongban.permit.casefile.notice.NoticeReason;
import io.tongban.permit.casefile.notice.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The keys of a suite {@code one-notice}: one that is misspelt is refused, since it would expect nothing. */
final class OneNoticeKeys {

    private static final Shape WORDS = new ListOf(TEXT);
    private static final Shape TEXT_OR_NULL = new OrNull(TEXT);
    private static final Shape TIME =
            new Form("([01]\\d|2[0-3]):[0-5]\\d", "'%s' is no time of a day", "write it as \"14:00\"");

    private static final Table PAPER = new Table(
            "paper",
            Stream.concat(
                            SuiteKeys.PAPER.keys().stream(),
                            Stream.of(
                                    required("id", TEXT, "What the case calls the paper."),
                                    required("shownOn", DAY, "The day on which it was first shown."),
                                    optional(
                                            "shownAt", TIME, "The time of that; without it the beginning of the day.")))
                    .toList());

    private static final Shape CORRECTION = new ByKey(
            "paper",
            correction(
                    required("paper", TEXT, "The paper in which something is corrected."),
                    required("field", Word.of("unit", "unitName", "from", "until"), "What is corrected in it.")),
            correction(required(
                    "fact",
                    new Form(
                            "residence\\.(registeredOn|waived)|answers\\..+",
                            "'%s' is no fact that is corrected",
                            "write residence.registeredOn, residence.waived or answers.QUESTION"),
                    "What is corrected.")));

    private static final Table DEFECT = Table.of(
            "defect",
            required("on", DAY, "The day on which it is entered."),
            required("paper", TEXT, "The paper."),
            optional("what", TEXT, "For readers; no rule reads it."));

    private static final Table FINDING = Table.of(
            "finding",
            required("on", DAY, "The day of the finding."),
            required("paper", TEXT, "The paper."),
            required("as", Word.of(PaperState.HOLDS, PaperState.DOUBTED, PaperState.FALSE), "What was found."));

    private static final Table REVIEW = Table.of(
            "review",
            required("on", DAY, "The day from which on a person looks at it."),
            required("criterion", TEXT, "The criterion."),
            required("reason", Word.of(Mark.CONTESTED, Mark.NAME_VARIANT, Mark.NO_NUMBER), "Why."));

    private static final Table CONFIRMATION = Table.of(
            "confirmation",
            required("on", DAY, "The day of the supervisor's answer."),
            required("point", TEXT, "The point."),
            required("as", Word.of("CONFIRMED", "DROPPED"), "The answer."));

    private static final Table DEMAND = Table.of(
            "demand",
            required("criterion", TEXT, "The criterion for which the paper is demanded."),
            required("paper", TEXT, "Its kind."),
            optional("unit", TEXT_OR_NULL, "Its unit."),
            required(
                    "expect",
                    Word.of("outside-standard", "paper-holds", "already-met", "enter-defect", "ok"),
                    "What is answered."));

    private static final Table JUDGED = Table.of(
            "judged",
            required("point", TEXT, "A point that the notice adds."),
            optional("verdict", Word.of(Verdict.class), "The verdict on it."),
            optional("rule", new Whole(1, 5), "The rule that gave it."),
            optional("against", TEXT_OR_NULL, "The authority that answers for a breach."),
            optional("host", TEXT_OR_NULL, "The host that is told."),
            optional("noticeOf", new OrNull(DAY), "The day of the notice that should have named it."));

    /** What a look is to come to. */
    static final Table EXPECT = Table.of(
            "expect",
            optional("outcome", Word.of(Outcome.class), "Before a point that does not bind counts as REVIEW."),
            optional("complete", FLAG, "Whether the look is a complete one."),
            optional("notice", FLAG, "Whether a notice follows."),
            optional("reason", new OrNull(Word.of(NoticeReason.class)), "Why."),
            optional("points", new MapOf(Word.of(CriterionState.class)), "All that is open."),
            optional("units", WORDS, "The units that a collective word names."),
            optional("readyOn", new OrNull(DAY), "The ready date; null: not known."),
            optional("until", new MapOf(new ListOf(DAY)), "The last days that the notice names."),
            optional("judged", new ListOf(JUDGED), "The points that the notice adds."),
            optional("notBinding", WORDS, "The points with which the applicant need not comply."),
            optional("outcomeUnconfirmed", Word.of(Outcome.class), "The outcome with them as REVIEW."));

    private static final Table LOOK = Table.of(
            "look",
            required("on", DAY, "The day of the look."),
            optional("at", TIME, "The time; without it the end of the day."),
            optional("window", TEXT, "The window of the visit."),
            optional("authority", TEXT, "The authority of the window."),
            optional("host", TEXT, "The host of the window."),
            optional("by", Word.of("svc"), "Who looks, where it is no window."),
            optional("lookedAt", WORDS, "The criteria whose papers were looked at; without it all."),
            optional("records", new ListOf(SuiteKeys.ROW), "What the source answers on that day."),
            optional("source", SuiteKeys.SOURCE, "'unavailable' where no source answers."),
            optional("settings", SuiteKeys.SETTINGS, "A later version of the standard: other values."),
            optional("received", FLAG, "Whether the case is received after the look."),
            optional("demands", new ListOf(DEMAND), "What is demanded after the look."),
            required("expect", EXPECT, "What the look is to come to; only the keys that are there are compared."));

    /** A case. */
    static final Table CASE = Table.of(
            "case",
            optional("id", TEXT, "The name of the case."),
            optional("title", TEXT, "What the case shows."),
            optional("why", TEXT, "Where the expectation comes from."),
            optional("applicant", SuiteKeys.APPLICANT, "The applicant."),
            required("holder", TEXT, "The responsible authority."),
            optional("residence", SuiteKeys.RESIDENCE, "As entered at first contact."),
            optional("settings", SuiteKeys.SETTINGS, "Other values for settings of the standard, for all looks."),
            optional("answers", new ListOf(new MapOf(TEXT, null, List.of("on"))), "As entered on that day."),
            optional("papers", new ListOf(PAPER), "As entered when they were shown."),
            optional("corrections", new ListOf(CORRECTION), "Known from that day."),
            optional("defects", new ListOf(DEFECT), "What is wrong with papers."),
            optional("findings", new ListOf(FINDING), "What was found of papers that were doubted."),
            optional("reviews", new ListOf(REVIEW), "Criteria at which a person looks."),
            optional("confirmations", new ListOf(CONFIRMATION), "Answers of the supervisor."),
            required("looks", new ListOf(LOOK), "The looks in their order."));

    /** What a suite says for all its cases. */
    static final Table SUITE = Table.of(
            "suite",
            required("suite", TEXT, "The kind of suite."),
            required("standard", TEXT, "The item."),
            required("version", TEXT, "The version of the standard."),
            required("route", TEXT, "The route."),
            optional("title", TEXT, "What the suite shows."),
            optional("why", TEXT, "Where the expectations come from."));

    private OneNoticeKeys() {}

    private static Table correction(Key... what) {
        return new Table(
                "correction",
                Stream.concat(
                                Arrays.stream(what),
                                Stream.of(
                                        required("on", DAY, "The day of the correction."),
                                        optional("was", TEXT_OR_NULL, "What was entered."),
                                        required("is", TEXT_OR_NULL, "What it is."),
                                        required("as", Word.of(CorrectionGround.class), "Why it is another.")))
                        .toList());
    }
}
