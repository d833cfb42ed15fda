package io.tongban.engine.suite;

import static io.tongban.engine.document.Key.optional;
import static io.tongban.engine.document.Key.required;
import static io.tongban.engine.document.Shape.Plain.DAY;
import static io.tongban.engine.document.Shape.Plain.DECIMAL;
import static io.tongban.engine.document.Shape.Plain.FLAG;
import static io.tongban.engine.document.Shape.Plain.MONTH;
import static io.tongban.engine.document.Shape.Plain.TEXT;

import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.document.JsonSchema;
import io.tongban.engine.document.Shape;
import io.tongban.engine.document.Shape.Form;
import io.tongban.engine.document.Shape.ListOf;
import io.tongban.engine.document.Shape.MapOf;
import io.tongban.engine.document.Shape.OrNull;
import io.tongban.engine.document.Shape.Table;
import io.tongban.engine.document.Shape.Word;
import io.tongban.engine.library.StandardKeys;
import io.tongban.engine.rule.CriterionState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of a case suite: readers and the schema for editors know them from here and from nowhere else. */
public final class SuiteKeys {

    private static final Shape WORDS = new ListOf(TEXT);
    private static final Shape TEXT_OR_NULL = new OrNull(TEXT);
    private static final Shape DAY_OR_NULL = new OrNull(DAY);
    private static final Shape WORDS_OR_NULL = new OrNull(WORDS);
    /** What-if values for settings of the standard. */
    public static final Shape SETTINGS = new OrNull(new MapOf(StandardKeys.SETTING));

    private static final Shape STATE = new OrNull(Word.of(CriterionState.class));
    private static final Shape AREA = new Form("\\d{6}", "'%s' is no area", "write six digits, such as \"330104\"");

    /** Whom a case is about. */
    public static final Table APPLICANT = Table.of(
            "applicant",
            optional("name", TEXT, "For readers; no rule reads it."),
            optional("idNumber", TEXT, "The identity number, from which birth date and sex are read."));

    /** The residence registration. */
    public static final Table RESIDENCE = Table.of(
            "residence",
            optional("registeredOn", DAY_OR_NULL, "The day of the residence registration; without it there is none."),
            optional("waived", FLAG, "Whether the time of residence is waived."));

    /** A paper that was brought. */
    public static final Table PAPER = Table.of(
            "paper",
            required("kind", TEXT, "The kind of paper, as in the standard."),
            optional("unit", TEXT_OR_NULL, "The code of the unit that it is with."),
            optional("unitName", TEXT_OR_NULL, "The name of that unit, as the paper writes it."),
            optional("from", DAY_OR_NULL, "The first day on which it is valid."),
            optional("until", DAY_OR_NULL, "The last day on which it is valid."),
            optional("says", new MapOf(TEXT), "What the clerk reads in it."));

    /** Rows of a source: one month, or a span of equal ones. */
    public static final Table ROW = Table.of(
            "row",
            optional("months", TEXT_OR_NULL, "One month, or a span such as 2016-04..2017-02."),
            required(
                    "kind",
                    new Form("\\d{2,3}", "'%s' is no kind of insurance", "write two or three digits, such as \"11\""),
                    "The kind of insurance, two or three digits: 11, 21, 31, 41, 51 or another."),
            optional("unit", TEXT_OR_NULL, "The number of the unit that pays."),
            optional("unitName", TEXT_OR_NULL, "The name of the unit that pays."),
            optional("unitKind", new OrNull(Word.of(UnitKind.class)), "What the unit is."),
            required("area", AREA, "The area of the insurer, six digits."),
            required(
                    "type",
                    new Form("\\d{0,3}", "'%s' is no type of row", "write up to three digits, such as \"10\""),
                    "The type of the row, up to three digits; empty where the source gives none."),
            optional("base", new OrNull(DECIMAL), "The base from which the amount is reckoned."),
            optional("amount", new OrNull(DECIMAL), "The amount paid."),
            required(
                    "posted",
                    new Form("[0-3]", "'%s' is no posted flag", "write 0, 1, 2 or 3"),
                    "Whether the row is posted: 0, 1, 2 or 3."),
            optional("postedMonth", new OrNull(MONTH), "The month of posting."));

    /** Whether a source answered at all. */
    public static final Shape SOURCE = new OrNull(new Word(
            List.of("unavailable"), "'%s' is no state of a source", "write 'unavailable', or take the key out"));

    private static final Table SILENT = Table.of(
            "silent",
            optional("area", new OrNull(AREA), "The area; without it all."),
            optional("kind", TEXT_OR_NULL, "The kind of insurance; without it all."),
            optional("months", TEXT_OR_NULL, "One month or a span; without it all."));

    private static final Table LAPSE = Table.of(
            "lapse",
            required("paper", TEXT, "The kind of paper."),
            required("on", DAY, "The last day on which it is valid."));

    /** What one route comes to. */
    static final Table EXPECTED = Table.of(
            "expected",
            optional("outcome", TEXT, "What the route comes to, such as ELIGIBLE or INCOMPLETE."),
            optional("criteria", new MapOf(STATE), "The state of each criterion, by its id."),
            optional("contributions", STATE, "The state of the criterion contributions."),
            optional("counted", TEXT_OR_NULL, "How many months count."),
            optional("first", new OrNull(MONTH), "The first month of the run."),
            optional("last", new OrNull(MONTH), "The last month of the run."),
            optional("pending", WORDS_OR_NULL, "The months that are not posted yet."),
            optional("flags", WORDS_OR_NULL, "What a reviewer is told."),
            optional(
                    "through",
                    new OrNull(MONTH),
                    "The last contribution month needed, where contributions are not yet enough."),
            optional("readyOn", DAY_OR_NULL, "The day from which time alone meets everything; null: not known."),
            optional("missing", WORDS_OR_NULL, "What is to be brought."),
            optional("lapsing", new OrNull(new ListOf(LAPSE)), "Papers that end soon."));

    /** What all routes come to, and in which order. */
    static final Table EXPECTED_OF_ALL = Table.of(
            "expectedOfAll",
            optional("ranking", WORDS_OR_NULL, "The routes, the best first."),
            optional("routes", new MapOf(EXPECTED), "What each route comes to."));

    static final Table CASE = Table.of(
            "case",
            optional("id", TEXT, "The name of the case, its own within the suite."),
            optional("title", TEXT, "What the case shows, in one sentence."),
            optional("why", TEXT, "Where the expectation comes from."),
            optional("standard", TEXT_OR_NULL, "The item, where it is not that of the suite."),
            optional("version", TEXT_OR_NULL, "The version; null: the one in force on appliedOn."),
            optional("route", TEXT_OR_NULL, "The route; null: all of them, ranked."),
            optional("settings", SETTINGS, "What if: other values for settings, by criterion.setting."),
            required("appliedOn", DAY, "The day of the application."),
            optional("recordAsOf", DAY_OR_NULL, "The day of the contribution record; else appliedOn."),
            optional("applicant", APPLICANT, "The applicant; else somebody born in 1990."),
            optional("residence", RESIDENCE, "The registered residence; else registered two years ago."),
            optional("answers", new MapOf(TEXT), "Answers of the applicant, by the id of the question."),
            optional("papers", new ListOf(PAPER), "Papers brought; without the key none were named at all."),
            optional("records", new OrNull(new ListOf(ROW)), "Rows of the contribution record."),
            optional("source", SOURCE, "unavailable: the source of contributions did not answer."),
            optional("silentAreas", new OrNull(new ListOf(AREA)), "Areas that did not answer."),
            optional("silent", new OrNull(new ListOf(SILENT)), "Spans that were not read whole."),
            optional(
                    "unknownAt",
                    new OrNull(new Shape.ByForm(
                            new Word(List.of("all"), "'%s' is no list of areas", "write 'all', or a list of areas"),
                            new ListOf(AREA),
                            null)),
                    "The areas whose bureau says that it has no such person: all, or a list."),
            required(
                    "expect",
                    new Table(
                            "expect",
                            Stream.concat(EXPECTED.keys().stream(), EXPECTED_OF_ALL.keys().stream())
                                    .toList()),
                    "What the case is to come to; only the keys that are there are compared."));

    static final Table SUITE = Table.of(
            "suite",
            optional(
                    "suite",
                    new Word(
                            List.of("assessments"),
                            "no suites of the kind '%s' are run here",
                            "run it with ./tongban suites"),
                    "The kind of suite: assessments, as where nothing is said."),
            required("standard", TEXT, "The item that the cases apply for."),
            optional("version", TEXT_OR_NULL, "The version; without it the one in force on appliedOn."),
            optional("route", TEXT_OR_NULL, "The route of all cases that name none."),
            optional("settings", SETTINGS, "What if: other values for settings, by criterion.setting."),
            optional("title", TEXT, "What the suite shows."),
            optional("why", TEXT, "Where the expectations come from."),
            required("cases", new ListOf(CASE), "The cases."));

    private SuiteKeys() {}

    /** The schema of a case suite, for editors. */
    public static Map<String, Object> schema() {
        return JsonSchema.of(SUITE, "A case suite");
    }
}
