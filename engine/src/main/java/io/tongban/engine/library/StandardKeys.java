package io.tongban.engine.library;

import static io.tongban.engine.document.Key.optional;
import static io.tongban.engine.document.Key.required;
import static io.tongban.engine.document.Shape.Plain.DAY;
import static io.tongban.engine.document.Shape.Plain.DECIMAL;
import static io.tongban.engine.document.Shape.Plain.FLAG;
import static io.tongban.engine.document.Shape.Plain.MONTH;
import static io.tongban.engine.document.Shape.Plain.TEXT;

import io.tongban.engine.document.JsonSchema;
import io.tongban.engine.document.Key;
import io.tongban.engine.document.Shape;
import io.tongban.engine.document.Shape.ByForm;
import io.tongban.engine.document.Shape.ByKey;
import io.tongban.engine.document.Shape.Form;
import io.tongban.engine.document.Shape.ListOf;
import io.tongban.engine.document.Shape.MapOf;
import io.tongban.engine.document.Shape.Table;
import io.tongban.engine.document.Shape.Whole;
import io.tongban.engine.document.Shape.Word;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Limit;
import io.tongban.engine.standard.PaperKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The keys of a standard's document: where each may stand, its type, whether it must be there, what it says, and what becomes of
 * it where layers lie on each other. Readers, layering and the schema for editors know keys from here and from nowhere else.
 */
public final class StandardKeys {

    private static final Shape WORDS = new ListOf(TEXT);

    private static final Shape TEXTS = Table.of(
            "texts", required("zh", TEXT, "The text in Chinese."), required("en", TEXT, "The same text in English."));

    private static final Shape NAMES = new MapOf(TEXTS);

    private static final Table PERIOD = Table.of(
            "period",
            required("from", DAY, "The first day, included."),
            optional(
                    "until", DAY, "The last day, included; without it the period ends where the next version begins."));

    private static final Table BASIS = Table.of(
            "basis",
            required("source", TEXT, "The id of a law under sources."),
            required("article", TEXTS, "The article; in Chinese as 第…条, so that it links into the text."));

    private static final Shape BASES = new ListOf(BASIS);

    private static final Table SOURCE = Table.of(
            "source",
            required("zh", TEXT, "The title in Chinese."),
            required("en", TEXT, "The title in English."),
            required("from", DAY, "The first day on which this text is in force."),
            optional("until", DAY, "The last day on which this text is in force."),
            optional("text", TEXT, "The file of the text, such as laws/decree-663.md."));

    private static final Table SAYING = Table.of(
            "saying",
            required("zh", TEXT, "What the clerk reads in the paper, in Chinese."),
            required("en", TEXT, "What the clerk reads in the paper, in English."),
            required("allowed", WORDS, "The words from which the clerk chooses."),
            required("otherwise", TEXT, "The word that holds where the clerk states nothing."));

    private static final Table PAPER = Table.of(
            "paper",
            required("zh", TEXT, "The name in Chinese."),
            required("en", TEXT, "The name in English."),
            optional(
                    "form",
                    Word.of(PaperKind.Form.class),
                    "The weakest form that suffices: FETCHED, ORIGINAL_SEEN, COPY, SCAN or STATED."),
            optional("says", new MapOf(SAYING), "What the clerk reads in the paper, by name."));

    private static final Form KIND_OF_PAPER =
            new Form("[^:]*", "'%s' is no kind of paper", "write a word without ':', which stands before a unit");

    private static final Table ANSWER = Table.of(
            "answer",
            required("zh", TEXT, "The question in Chinese."),
            required("en", TEXT, "The question in English."),
            optional(
                    "kind",
                    new Word(
                            List.of("word", "flag", "date", "number"),
                            "'%s' is no kind of answer",
                            "write word, flag, date or number"),
                    "What is answered: a word to choose (so where nothing is said), a flag, a date or a number."),
            optional(
                    "allowed",
                    new ByForm(TEXT, WORDS, null),
                    "The words to choose from, or the bounds of a number, such as 0..120."));

    private static final Form ANSWER_NAME =
            new Form("[a-z][A-Za-z0-9]*", "'%s' is no name of an answer", "write a word such as household");

    private static final Table LIMIT = Table.of(
            "limit",
            required("days", new Whole(0, 3650), "How many days."),
            required("unit", Word.of(Limit.DayUnit.class), "Whether each day counts or only working days."),
            required(
                    "endsOnWorkingDay",
                    FLAG,
                    "Whether a limit that ends on a holiday goes on to the next working day."),
            required("basis", BASES, "What says so; an empty list for a promise of the service."));

    private static final Table FEE = Table.of(
            "fee",
            required("zh", TEXT, "What is paid for, in Chinese."),
            required("en", TEXT, "What is paid for, in English."),
            required("amount", DECIMAL, "The amount, such as \"20.00\"."),
            required("currency", TEXT, "The currency, such as CNY."),
            required("basis", BASES, "What says so."));

    private static final Table GUIDE = Table.of(
            "guide",
            required("who", TEXTS, "Who can apply."),
            required("where", TEXTS, "Where to apply."),
            required("result", TEXTS, "What the applicant receives."),
            required("fees", new ListOf(FEE), "What is paid; an empty list where nothing is said of fees."));

    static final Table AREA = Table.of(
            "area",
            required("area", TEXT, "The code of the area, six digits."),
            optional("from", MONTH, "The first month that counts there."),
            optional("until", MONTH, "The last month that counts there."));

    /** What it has to be, its bounds say. */
    public static final Shape SETTING = new ByForm(TEXT, new ListOf(new ByForm(TEXT, null, AREA)), null);

    private static final Shape BOUNDS = new ByForm(
            TEXT,
            WORDS,
            Table.of("set", required("each", WORDS, "The words of which the setting names one or several.")));

    private static final Table PAPER_DEMAND = Table.of(
            "demand",
            required("kind", TEXT, "The kind of paper, from papers."),
            optional("age", TEXT, "The setting that says how many months old it must be."),
            optional("term", TEXT, "The setting that says of how many months it must be."),
            optional("current", FLAG, "Whether it must have begun on the day of the application."),
            optional("says", new MapOf(WORDS), "Which statements suffice, by what the clerk reads in the paper."));

    private static final Table EITHER = Table.of(
            "oneOf",
            required("oneOf", new ListOf(PAPER_DEMAND), "Demands of which one suffices."),
            required("as", TEXT, "What a notice names where none is met: a paper or a collective word."));

    private static final Shape DEMANDS = new ListOf(new ByKey("oneOf", EITHER, PAPER_DEMAND));

    private static final Shape EXPRESSIONS = new MapOf(TEXT);

    static final Table RULE = Table.of(
            "rule",
            optional("when", TEXT, "The condition under which the rule decides; the last rule has none."),
            required("state", Word.of(CriterionState.class), "The state of the criterion where the rule decides."),
            optional("reasons", WORDS, "The codes of the reasons, each with texts."),
            optional("findings", TEXT, "An expression of further reasons that facts raise."),
            optional(
                    "missing",
                    new ByForm(TEXT, WORDS, null),
                    "What is to be brought: names, or an expression of them."),
            optional("metOn", TEXT, "An expression of the day from which time alone meets the criterion."),
            optional(
                    "suggested",
                    Word.of(CriterionState.class),
                    "For REVIEW: the state that the service suggests to the reviewer."),
            optional("forecast", FLAG, "false: no day can be known from which the criterion will be met."),
            optional(
                    "waitsForSource",
                    FLAG,
                    "For PENDING: whether a source has to answer first; so where no day can be known and nothing is said."),
            optional("figures", EXPRESSIONS, "Figures that the texts of this rule may quote."));

    private static final Shape RULES = new ListOf(RULE);

    static final Table ALTERNATIVE = Table.of(
            "alternative",
            required("id", TEXT, "The name of this way, its own within the criterion."),
            optional("basis", BASES, "Where this way has a basis of its own."),
            optional("papers", DEMANDS, "Papers, all of which are asked for."),
            optional("contracts", TEXT, "The kind of paper of which an unbroken chain is asked for."),
            optional("chainMonths", TEXT, "The setting that says over how many months the chain runs."),
            required("brought", TEXT, "The condition under which the applicant took this way."),
            required("decide", RULES, "The rules; the first whose condition holds decides."));

    static final Table REASON = Table.of(
            "reason",
            required("reason", TEXTS, "Why, as the applicant reads it."),
            required("remedy", TEXTS, "What the applicant can do."));

    /** One requirement. */
    static final Table CRITERION = Table.of(
            "criterion",
            required(
                    "id",
                    new Form("[a-z][a-z0-9-]*", "'%s' is no id", "write small letters, digits and hyphens"),
                    "The name by which the rest of the standard calls it."),
            required("name", TEXTS, "The name that people read."),
            required("basis", BASES, "The law that asks for it, at least one article."),
            optional("settings", new MapOf(SETTING), "Figures and words, by name; rules call them settings.NAME."),
            optional("basisOf", new MapOf(BASES), "Where a setting has a basis of its own."),
            optional(
                    "allowed",
                    new MapOf(BOUNDS),
                    "The bounds of each setting that is no flag: 1..12, [a, b], {each: [a, b]} or areas."),
            optional("asked", TEXT, "A condition over the settings; where it is false the criterion is left out."),
            optional("needsPapers", FLAG, "true: not looked at where no papers were named at all."),
            optional("papers", DEMANDS, "Papers, all of which are asked for."),
            optional("choice", WORDS, "Kinds of papers, of which one that is valid suffices."),
            optional("define", EXPRESSIONS, "Expressions with a name, for the rules and for those below."),
            optional("figures", EXPRESSIONS, "Figures that the texts may quote."),
            optional(
                    "alternatives",
                    new ListOf(ALTERNATIVE),
                    "Several ways to meet it; the best that was taken decides."),
            required("decide", RULES, "The rules; the first whose condition holds decides."),
            optional("texts", new MapOf(REASON), "The texts of each reason, by its code."));

    static final Table ROUTE = Table.of(
            "route",
            required("id", TEXT, "The name of the route in requests."),
            required("name", TEXTS, "The name that people read."),
            required("criteria", WORDS, "The ids of its criteria."));

    private static final Table AUTHORITY = Table.of(
            "authority",
            required("kind", TEXT, "The kind of body of authorities.yaml that decides."),
            required(
                    "by",
                    new Word(List.of("residence"), "nothing finds a body by that", "write 'residence'"),
                    "What finds the body: the registered residence."));

    private static final Table WORDING = Table.of(
            "wording",
            required("list", TEXTS, "What stands between the names of a list."),
            required("ofUnit", TEXTS, "How a paper of a unit is named: \"{name} ({unit})\"."));

    private static final Table ON = Table.of(
            "on",
            required("layer", TEXT, "The layer of the document below."),
            required("version", TEXT, "The version of the document below."));

    private static final Table ROOM = Table.of(
            "room",
            optional("settings", WORDS, "Settings that an upper layer may fill, as criterion.setting."),
            optional("papers", WORDS, "Criteria to which an upper layer may add papers."),
            optional("alternatives", WORDS, "Criteria to which an upper layer may add alternatives."),
            optional("criteria", WORDS, "Routes to which an upper layer may add criteria of its own."));

    static final Table FILLED = Table.of(
            "filled",
            required("value", SETTING, "The value of the setting."),
            required("basis", BASES, "What says so."));

    private static final Table ADDED = Table.of(
            "added",
            optional("papers", new MapOf(DEMANDS), "Papers asked for besides, by criterion."),
            optional(
                    "alternatives", new MapOf(new ListOf(ALTERNATIVE)), "More ways to meet a criterion, by criterion."),
            optional("criteria", new MapOf(WORDS), "Criteria of this layer, by the route that they belong to."));

    private static final List<Row> ROWS = List.of(
            row(Layering.OWN, required("item", TEXT, "What is applied for.")),
            row(Layering.OWN, required("version", TEXT, "The name of this version, its own within the item.")),
            row(Layering.OWN, required("layer", TEXT, "Who speaks, such as zhejiang or hangzhou.")),
            row(Layering.OWN, required("name", TEXTS, "The name of the standard that people read.")),
            row(Layering.OWN, required("inForce", PERIOD, "The days on which it is in force.")),
            row(Layering.DROPPED, optional("on", ON, "The document of the lower layer on which this one lies.")),
            row(Layering.DROPPED, optional("base", FLAG, "true: never in force alone; other layers lie on it.")),
            row(Layering.DROPPED, optional("room", ROOM, "What this layer leaves open to the one above it.")),
            row(
                    Layering.FILL,
                    optional(
                            "fill",
                            new MapOf(new ByForm(TEXT, ((ByForm) SETTING).list(), FILLED)),
                            "Values for settings that the lower layer leaves open, by criterion.setting.")),
            row(Layering.ADD, optional("add", ADDED, "What this layer adds where the lower layer leaves room.")),
            row(
                    Layering.UNION,
                    required(
                            "sources",
                            new MapOf(SOURCE),
                            "Laws and published lists, each with its own time in force.")),
            row(Layering.UNION, required("evidence", NAMES, "The names of what facts are read from.")),
            row(Layering.FIXED, required("wording", WORDING, "How lists, and papers of a unit, are written.")),
            row(
                    Layering.UNION,
                    required(
                            "papers",
                            new MapOf(PAPER, KIND_OF_PAPER, List.of()),
                            "The kinds of papers that can be brought.")),
            row(
                    Layering.UNION,
                    optional("answers", new MapOf(ANSWER, ANSWER_NAME, List.of()), "Questions to the applicant.")),
            row(
                    Layering.UNION,
                    optional(
                            "collective",
                            new MapOf(TEXTS, KIND_OF_PAPER, List.of()),
                            "What a notice may name beside single papers: one proof of ….")),
            row(
                    Layering.UNION,
                    optional(
                            "labels",
                            NAMES,
                            "What readers of the guide are told instead of ids, in the order of reading.")),
            row(Layering.FIXED, required("authority", AUTHORITY, "Which kind of body decides.")),
            row(Layering.UNION, optional("guide", GUIDE, "What the printed guide says beside the rules.")),
            row(
                    Layering.UNION,
                    required("limits", new MapOf(LIMIT, null, List.of("decision", "review")), "Time limits, by name.")),
            row(
                    Layering.FIXED,
                    required(
                            "lapseNoticeDays",
                            new Whole(0, 3650),
                            "Papers that end within so many days of the application are announced.")),
            row(
                    Layering.FIXED,
                    optional("historyMonths", new Whole(1, 600), "How many months of contributions are asked for.")),
            row(Layering.FIXED, optional("askedKinds", WORDS, "Which kinds of insurance are asked for.")),
            row(Layering.APPENDED, required("criteria", new ListOf(CRITERION), "The criteria, every one once.")),
            row(
                    Layering.FIXED,
                    required(
                            "routes",
                            new ListOf(ROUTE),
                            "The ways to qualify, each with its criteria; the order decides between equals.")));

    /** What becomes of each key where layers lie on each other. */
    static final Map<String, Layering> LAYERING =
            ROWS.stream().collect(Collectors.toMap(row -> row.key().name(), Row::layering));

    /** The standard in force: the document of one layer alone, or those of both together. */
    static final Table STANDARD = new Table(
            "standard",
            ROWS.stream()
                    .filter(row -> row.layering().isOfStandard())
                    .map(Row::key)
                    .toList());

    /** The document of one layer as it is written: what is not its own may stand in the other layer. */
    static final Table LAYER =
            new Table("layer", ROWS.stream().map(Row::ofOneLayer).toList());

    /** The index of a library. */
    static final Table INDEX = Table.of(
            "index",
            required("standards", WORDS, "The files of the standards, a lower layer before those that lie on it."),
            required("calendar", TEXT, "The file of the public holidays and make-up days."),
            optional("authorities", TEXT, "The file of the bodies that decide; else the list that is built in."),
            optional(
                    "remedies",
                    TEXT,
                    "The file of what refusals say about contesting them; else the one that is built in."));

    private static final Table BODY = Table.of(
            "body",
            required("id", TEXT, "The name in cases and requests; it never changes."),
            required(
                    "kind",
                    new Form("[a-z]+(-[a-z]+)*", "'%s' is no kind of body", "write small letters, such as police"),
                    "The kind of body, as standards name it."),
            required("name", TEXTS, "The name that people read."),
            required(
                    "districts",
                    new ListOf(new Form("\\d{6}", "'%s' is no district", "write a code of six digits")),
                    "The codes of the districts for which it answers."),
            optional("from", DAY, "Its first day."),
            optional("until", DAY, "Its last day."),
            optional("successor", TEXT, "The id of the body to which it hands its cases."));

    /** The published list of authorities. */
    static final Table AUTHORITIES = Table.of(
            "authorities", required("authorities", new ListOf(BODY), "The bodies that decide, past and present."));

    /** What refusals say about contesting them. */
    static final Table REMEDIES = Table.of(
            "remedies",
            required(
                    "refusal",
                    Table.of(
                            "remedy",
                            required("id", TEXT, "Goes into the decision; a changed law is a new one."),
                            required("basis", TEXT, "The law that says so."),
                            required("zh", TEXT, "What the applicant reads, in Chinese."),
                            required("en", TEXT, "What the applicant reads, in English.")),
                    "How a refusal can be contested."));

    /** A document that lies on another, or on which others lie. */
    private static final Map<String, Object> IS_PART = Map.of(
            "anyOf",
            List.of(
                    Map.of("required", List.of("on")),
                    new TreeMap<>(Map.of(
                            "required",
                            List.of("base"),
                            "properties",
                            Map.of("base", Map.of("enum", List.of(true, "true")))))));

    private StandardKeys() {}

    /** The schema of a standard's document, for editors. */
    public static Map<String, Object> schema() {
        return JsonSchema.of(LAYER, STANDARD, IS_PART, "A standard, or one layer of it");
    }

    /** A top key of the document, with what becomes of it. */
    private record Row(Layering layering, Key key) {

        Key ofOneLayer() {
            return switch (layering) {
                case OWN -> key;
                case UNION -> Key.optional(key.name(), key.shape().inPart(), key.says());
                case FIXED, APPENDED, FILL, ADD, DROPPED -> Key.optional(key.name(), key.shape(), key.says());
            };
        }
    }

    private static Row row(Layering layering, Key key) {
        return new Row(layering, key);
    }
}
