package io.tongban.engine.library;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Mistakes;
import io.tongban.engine.document.Place;
import io.tongban.engine.document.Shape;
import io.tongban.engine.document.Shape.Table;
import io.tongban.engine.expression.Evaluation;
import io.tongban.engine.expression.Expression;
import io.tongban.engine.expression.Expressions;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.expression.FactType;
import io.tongban.engine.expression.FactValues;
import io.tongban.engine.expression.MonthEnd;
import io.tongban.engine.expression.Months;
import io.tongban.engine.expression.RaisedReasonCode;
import io.tongban.engine.expression.Sides;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.ReasonText;
import io.tongban.engine.rule.Rule;
import io.tongban.engine.rule.Rules;
import io.tongban.engine.rule.Template;
import io.tongban.engine.rule.Text;
import io.tongban.engine.standard.Alternative;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Demand;
import io.tongban.engine.standard.Reads;
import io.tongban.engine.standard.Saying;
import io.tongban.engine.standard.Setting;
import io.tongban.engine.standard.SettingType;
import io.tongban.engine.standard.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one criterion: settings, papers, rules and the texts of its reasons, each checked against the others. */
final class CriterionReader {

    private static final String POSTING_DAY = "postingDay";
    private static final int DAYS_OF_EVERY_MONTH = 28;
    private static final Pattern ANSWERS = Pattern.compile("answer(s|ed)\\.");
    private static final Set<CriterionState> WITHOUT_REASON = Set.of(CriterionState.MET);

    private final DocumentNode node;
    private final WhatIf whatIf;
    private final Vocabulary vocabulary;
    private final Mistakes mistakes = new Mistakes();
    private final String id;
    private final Settings settings;
    private final Map<String, ReasonText> texts = new LinkedHashMap<>();
    private final Map<String, Set<String>> figuresInTexts = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> reads = new TreeSet<>();
    private final Set<Long> numbers = new TreeSet<>();
    private final MonthEnd monthEnd;
    private final Set<Place> addsMonths = new LinkedHashSet<>();

    /**
     * A reader of one criterion.
     *
     * @throws io.tongban.engine.document.DocumentInvalid if its keys, its settings or the answers that it names are mistaken, so
     *     that the rest would look wrong
     */
    CriterionReader(DocumentNode node, WhatIf whatIf, Vocabulary vocabulary) {
        this.node = node;
        this.whatIf = whatIf;
        this.vocabulary = vocabulary;
        goOnAfter(() -> StandardKeys.CRITERION.members(node));
        goOnAfter(() -> StandardKeys.CRITERION.shape("id").require(node.get("id")));
        this.id = node.get("id").text();
        List.of("settings", "allowed", "basisOf")
                .forEach(key -> node.find(key)
                        .ifPresent(part -> goOnAfter(
                                () -> StandardKeys.CRITERION.shape(key).require(part))));
        this.settings = settings();
        goOnAfter(mistakes::refuse);
        this.monthEnd = mistakes.read(this::monthEnd).orElse(MonthEnd.LAST_DAY);
        goOnAfter(mistakes::refuse);
        if (ANSWERS.matcher(String.valueOf(node.value())).find()) {
            goOnAfter(vocabulary.answers()::requireRight);
        }
    }

    /** Where a step finds a mistake, what only the keys and types of the criterion show is all that is no consequence of it. */
    private void goOnAfter(Runnable step) {
        if (!mistakes.attempt(step)) {
            StandardKeys.CRITERION.checkValues(node, mistakes);
            mistakes.refuse();
        }
    }

    /**
     * The criterion.
     *
     * @throws io.tongban.engine.document.DocumentInvalid with every mistake in it that is no consequence of another
     */
    Criterion criterion() {
        Optional<Text> name = part("name", StandardReader::text);
        Optional<List<LegalBasis>> basis = part("basis", this::requiredBases);
        Optional<Boolean> needsPapers = part("needsPapers", DocumentNode::flag);
        Optional<Boolean> isAsked = part("asked", this::isAsked);
        texts();
        Optional<Asked> asked = asked(node, StandardKeys.CRITERION);
        List<Alternative> alternatives = alternatives();
        Optional<Rules> rules = rules(node, facts(node));
        if (mistakes.isEmpty()) {
            refuseUnusedTexts();
        }
        mistakes.refuse();
        return new Criterion(
                id,
                name.orElseThrow(),
                basis.orElseThrow(),
                settings,
                needsPapers.orElse(false),
                isAsked.orElse(true),
                asked.orElseThrow(),
                alternatives,
                rules.orElseThrow(),
                texts,
                monthEnds(),
                new Reads(reads, numbers),
                vocabulary.origin().apply(node));
    }

    /** Empty where it is not there, or mistaken. */
    private <T> Optional<T> part(String key, Function<DocumentNode, T> reader) {
        return node.find(key)
                .flatMap(part -> mistakes.read(StandardKeys.CRITERION.shape(key), part, () -> reader.apply(part)));
    }

    private List<LegalBasis> requiredBases(DocumentNode list) {
        if (list.items().isEmpty()) {
            throw list.invalid(id + " has no legal basis", "name a source and its article");
        }
        return vocabulary.bases(list);
    }

    private List<Alternative> alternatives() {
        List<Alternative> alternatives = new ArrayList<>();
        Optional<DocumentNode> list = node.find("alternatives");
        if (list.isEmpty() || !mistakes.attempt(list.get()::items)) {
            return alternatives;
        }
        Set<String> ids = new HashSet<>();
        for (DocumentNode alternative : list.get().items()) {
            if (mistakes.attempt(() -> StandardKeys.ALTERNATIVE.members(alternative))) {
                DocumentNode name = alternative.get("id");
                if (mistakes.attempt(name::text) && !ids.add(name.text())) {
                    mistakes.add(name.invalid("there are two alternatives of this id", "give one another id"));
                }
                alternative(alternative).ifPresent(alternatives::add);
            } else if (alternative.isMap()) {
                StandardKeys.ALTERNATIVE.checkValues(alternative, mistakes);
            }
        }
        return alternatives;
    }

    /** Empty if it is mistaken. */
    private Optional<Alternative> alternative(DocumentNode alternative) {
        Optional<Asked> asked = asked(alternative, StandardKeys.ALTERNATIVE);
        asked.ifPresent(shown -> mistakes.attempt(() -> requireAPaper(alternative, shown)));
        Expressions facts = facts(alternative);
        Optional<Expression> brought = mistakes.read(() -> read(facts, alternative.get("brought"), FactType.FLAG));
        Optional<Rules> rules = rules(alternative, facts);
        Optional<List<LegalBasis>> basis = mistakes.read(
                () -> alternative.find("basis").map(vocabulary::bases).orElse(List.of()));
        if (asked.isEmpty() || brought.isEmpty() || rules.isEmpty() || basis.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Alternative(
                String.valueOf(alternative.get("id").value()),
                asked.get(),
                brought.get(),
                rules.get(),
                basis.get(),
                vocabulary.origin().apply(alternative)));
    }

    /** A way to meet a criterion without showing anything would be no criterion. */
    private static void requireAPaper(DocumentNode alternative, Asked asked) {
        boolean none = asked instanceof Asked.Nothing
                || (asked instanceof Asked.Papers papers && papers.demands().isEmpty());
        if (none) {
            throw alternative.invalid("the alternative asks for no paper", "name what is to be brought under papers");
        }
    }

    /** Whoever hears 'not yet' hears from when on; of contributions to come the forecast says it. */
    private void requireDays(DocumentNode of) {
        boolean forecast = reads.stream().anyMatch(fact -> fact.startsWith("contributions."));
        for (DocumentNode line : of.get("decide").items()) {
            if (!forecast
                    && line.get("state").text().equals(CriterionState.NOT_YET.name())
                    && line.find("metOn").isEmpty()) {
                mistakes.add(line.invalid("NOT_YET names no day", "add metOn: the day on which it will be met"));
            }
        }
    }

    private Settings settings() {
        Map<String, DocumentNode> values = members("settings");
        Map<String, DocumentNode> bounds = members("allowed");
        Map<String, DocumentNode> basisOf = members("basisOf");
        bounds.forEach((name, bound) -> requireSetting(name, values, bound, "bounds"));
        basisOf.forEach((name, basis) -> requireSetting(name, values, basis, "basis"));
        Map<String, Setting> read = new LinkedHashMap<>();
        values.forEach((name, published) -> mistakes.attempt(() -> {
            DocumentNode other = whatIf.settings().get(id + "." + name);
            List<LegalBasis> basis = basisOf.containsKey(name) ? vocabulary.bases(basisOf.get(name)) : List.of();
            Origin origin = vocabulary.origin().apply(published);
            SettingReader.read(published, bounds.get(name), basis, origin);
            read.put(name, SettingReader.read(other == null ? published : other, bounds.get(name), basis, origin));
        }));
        return new Settings(read);
    }

    private Map<String, DocumentNode> members(String key) {
        return node.find(key).map(DocumentNode::members).orElse(Map.of());
    }

    private void requireSetting(String name, Map<String, DocumentNode> settings, DocumentNode at, String what) {
        if (!settings.containsKey(name)) {
            mistakes.add(at.invalid(
                    "there is no setting '" + name + "'", "add it to settings, or take its " + what + " out"));
        }
    }

    /** What the criterion says of months without a corresponding day; the last day of the month where it says nothing. */
    private MonthEnd monthEnd() {
        Optional<DocumentNode> written =
                node.find("settings").flatMap(values -> values.find(Criterion.MonthEnds.SETTING));
        if (written.isEmpty()) {
            return MonthEnd.LAST_DAY;
        }
        DocumentNode allowed = node.find("allowed")
                .flatMap(bounds -> bounds.find(Criterion.MonthEnds.SETTING))
                .orElse(written.get());
        boolean known = allowed.isList()
                && allowed.items().stream().map(DocumentNode::text).allMatch(MonthEnd.words()::contains);
        if (!known) {
            throw allowed.invalid(
                    "'" + Criterion.MonthEnds.SETTING
                            + "' says which day is meant where a month has no corresponding one",
                    "write '" + Criterion.MonthEnds.SETTING + ": [" + String.join(", ", MonthEnd.words())
                            + "]' under allowed");
        }
        return MonthEnd.of(settings.word(Criterion.MonthEnds.SETTING)).orElseThrow();
    }

    /** Which day is meant in this place, where months are added to a date. */
    private MonthEnd monthEnd(DocumentNode at) {
        return whatIf.otherMonthEnd().contains(at.place()) ? monthEnd.other() : monthEnd;
    }

    /** The months that the name of a setting stands for. */
    private Months months(DocumentNode name) {
        int count = number(name);
        if (count > 0) {
            addsMonths.add(name.place());
        }
        return new Months(count, monthEnd(name));
    }

    private Criterion.MonthEnds monthEnds() {
        MonthEnd ofPostingDay = monthEnd;
        if (id.equals(Criterion.CONTRIBUTIONS)
                && settings.has(POSTING_DAY, SettingType.NUMBER)
                && settings.number(POSTING_DAY) > DAYS_OF_EVERY_MONTH) {
            DocumentNode written = node.get("settings").get(POSTING_DAY);
            addsMonths.add(written.place());
            ofPostingDay = monthEnd(written);
        }
        return new Criterion.MonthEnds(
                ofPostingDay, settings.has(Criterion.MonthEnds.SETTING, SettingType.WORD), List.copyOf(addsMonths));
    }

    /** Whether the criterion is asked for, as its condition over its settings says. */
    private boolean isAsked(DocumentNode condition) {
        Expressions overSettings = Expressions.over(List.of()).with(settings.types(), settings.values());
        return read(overSettings, condition, FactType.FLAG).holds(new Evaluation(FactValues.none(), 0));
    }

    /** Empty if it is mistaken. */
    private Optional<Asked> asked(DocumentNode of, Table keys) {
        if (of.find("papers").isPresent()) {
            return demands(of.get("papers"), keys.shape("papers"));
        }
        if (of.find("choice").isPresent()) {
            DocumentNode choice = of.get("choice");
            return mistakes.read(
                    keys.shape("choice"),
                    choice,
                    () -> new Asked.Choice(
                            choice.items().stream().map(this::paper).toList()));
        }
        if (of.find("contracts").isPresent()) {
            return mistakes.read(() -> new Asked.Contracts(paper(of.get("contracts")), months(of.get("chainMonths"))));
        }
        return Optional.of(new Asked.Nothing());
    }

    private Optional<Asked> demands(DocumentNode list, Shape shape) {
        if (!mistakes.attempt(() -> shape.require(list))) {
            return Optional.empty();
        }
        List<Demand> demands = new ArrayList<>();
        list.items().forEach(item -> mistakes.read(() -> demand(item)).ifPresent(demands::add));
        return demands.size() < list.items().size() ? Optional.empty() : Optional.of(new Asked.Papers(demands));
    }

    private Demand demand(DocumentNode demand) {
        if (demand.find("oneOf").isEmpty()) {
            return paperDemand(demand);
        }
        return new Demand.Either(
                demand.get("oneOf").items().stream().map(this::paperDemand).toList(),
                nameOfWhatIsMissing(demand.get("as")),
                vocabulary.origin().apply(demand));
    }

    private Demand.PaperDemand paperDemand(DocumentNode demand) {
        String kind = paper(demand.get("kind"));
        Map<String, Set<String>> says = new LinkedHashMap<>();
        Map<String, String> otherwise = new LinkedHashMap<>();
        demand.find("says").map(DocumentNode::members).orElse(Map.of()).forEach((name, values) -> {
            Saying saying = saying(kind, name, values);
            says.put(
                    name,
                    values.items().stream()
                            .map(value -> said(saying, value))
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
            otherwise.put(name, saying.otherwise());
        });
        return new Demand.PaperDemand(
                kind,
                demand.find("age").map(this::months).orElse(Months.NONE),
                demand.find("term").map(this::months).orElse(Months.NONE),
                demand.find("current").map(DocumentNode::flag).orElse(false),
                says,
                otherwise,
                vocabulary.origin().apply(demand));
    }

    private Saying saying(String kind, String name, DocumentNode at) {
        Map<String, Saying> known = vocabulary.papers().get(kind).says();
        Saying saying = known.get(name);
        if (saying == null) {
            throw at.invalid(
                    "a " + kind + " says nothing of '" + name + "'",
                    DocumentNode.nearest(name, List.copyOf(known.keySet()))
                            .map(near -> "write '" + near + "'")
                            .orElse("add it under says of the paper"));
        }
        return saying;
    }

    private static String said(Saying saying, DocumentNode value) {
        if (!saying.allowed().contains(value.text())) {
            throw value.invalid(
                    "'" + value.text() + "' is never said", "write one of " + String.join(", ", saying.allowed()));
        }
        return value.text();
    }

    private String paper(DocumentNode kind) {
        if (!vocabulary.papers().names(kind.text())) {
            throw kind.invalid(
                    "there is no paper '" + kind.text() + "'",
                    DocumentNode.nearest(
                                    kind.text(), List.copyOf(vocabulary.papers().names()))
                            .map(known -> "write '" + known + "'")
                            .orElse("add it under papers"));
        }
        return kind.text();
    }

    /** A notice can name what has a name: a paper or a collective word. */
    private NamedPaper nameOfWhatIsMissing(DocumentNode named) {
        String name = named.text();
        if (vocabulary.papers().names(name)) {
            vocabulary.papers().get(name); // refused if that paper is mistaken
        } else if (vocabulary.collective().names(name)) {
            vocabulary.collective().get(name); // likewise
        } else {
            throw named.invalid("'" + name + "' has no name", "add it under papers or collective");
        }
        return new NamedPaper(name);
    }

    private int number(DocumentNode name) {
        if (!settings.has(name.text(), SettingType.NUMBER)) {
            throw name.invalid(
                    id + " has no number '" + name.text() + "' among its settings",
                    "name a setting: figures stand there and nowhere else");
        }
        reads.add("settings." + name.text());
        return settings.number(name.text());
    }

    /** The facts that rules may read beside what is asked for there. */
    private Expressions facts(DocumentNode of) {
        List<Fact> facts = new ArrayList<>(Fact.of(Fact.Scope.CASE));
        if (vocabulary.countsContributions()) {
            facts.addAll(Fact.of(Fact.Scope.CONTRIBUTIONS));
        }
        if (of.find("papers").isPresent()) {
            facts.addAll(Fact.of(Fact.Scope.PAPERS));
        } else if (of.find("choice").isPresent()) {
            facts.addAll(Fact.of(Fact.Scope.CHOICE));
        } else if (of.find("contracts").isPresent()) {
            facts.addAll(Fact.of(Fact.Scope.CONTRACTS));
        }
        Expressions known =
                Expressions.over(facts).with(vocabulary.questions().types()).with(settings.types(), settings.values());
        Sides told = whatIf.told();
        return told == null ? known : known.telling(told);
    }

    private Expression read(Expressions facts, DocumentNode written, FactType type) {
        return noted(facts.compiled(written, type, monthEnd(written)));
    }

    private Expression read(Expressions facts, DocumentNode written) {
        return noted(facts.compiled(written, monthEnd(written)));
    }

    private Expression noted(Expression expression) {
        reads.addAll(expression.names());
        numbers.addAll(expression.numbers());
        if (expression.addsMonths()) {
            addsMonths.add(expression.place());
        }
        return expression;
    }

    /** Empty if it is mistaken. */
    private Optional<Rules> rules(DocumentNode of, Expressions facts) {
        DocumentNode decide = of.get("decide");
        Map<String, Expression> definitions = new LinkedHashMap<>();
        Optional<Expressions> known = defined(facts, definitions);
        if (known.isEmpty() || !mistakes.attempt(decide::items)) {
            StandardKeys.CRITERION.shape("decide").check(decide, mistakes);
            return Optional.empty();
        }
        Map<String, Expression> figures = figures(node, known.get());
        List<DocumentNode> lines = decide.items();
        List<Rule> rules = new ArrayList<>();
        for (DocumentNode line : lines) {
            mistakes.attempt(() -> requireOrder(line, line == lines.getLast()));
            mistakes.read(StandardKeys.RULE, line, () -> rule(line, known.get()))
                    .ifPresent(rules::add);
        }
        if (lines.isEmpty()) {
            mistakes.add(decide.invalid("there is no rule", "add '- state: …'"));
        }
        if (rules.size() < lines.size() || lines.isEmpty()) {
            return Optional.empty();
        }
        requireDays(of);
        return Optional.of(new Rules(definitions, figures, rules));
    }

    /** The facts with what the criterion defines; empty if a definition is mistaken. */
    private Optional<Expressions> defined(Expressions facts, Map<String, Expression> definitions) {
        Optional<DocumentNode> written = node.find("define");
        if (written.isEmpty()) {
            return Optional.of(facts);
        }
        return mistakes.read(StandardKeys.CRITERION.shape("define"), written.get(), () -> {
            Expressions known = facts;
            for (Map.Entry<String, DocumentNode> definition :
                    written.get().members().entrySet()) {
                Expression expression = read(known, definition.getValue());
                definitions.put(definition.getKey(), expression);
                known = known.define(definition.getKey(), expression);
            }
            return known;
        });
    }

    private static void requireOrder(DocumentNode line, boolean last) {
        if (last == line.find("when").isPresent()) {
            throw last
                    ? line.invalid("the last rule has a condition", "add a rule without 'when' for all other cases")
                    : line.invalid("this rule leaves none for those below", "add 'when', or put it last");
        }
    }

    private Rule rule(DocumentNode line, Expressions facts) {
        CriterionState state = line.get("state").constant(CriterionState.class);
        Map<String, Expression> own = figures(line, facts);
        Set<String> quotable = new HashSet<>(members("figures").keySet());
        line.find("figures")
                .ifPresent(figures -> quotable.addAll(figures.members().keySet()));
        quotable.add(Template.MISSING);
        if (id.equals(Criterion.CONTRIBUTIONS)) {
            quotable.add(Template.KIND);
        }
        List<String> reasons = new ArrayList<>();
        line.find("reasons").map(DocumentNode::items).orElse(List.of()).forEach(reason -> {
            mistakes.attempt(() -> requireText(reason, reason.text(), quotable));
            reasons.add(reason.text());
        });
        line.find("findings").ifPresent(findings -> requireFindingTexts(findings, quotable));
        if (reasons.isEmpty() && !WITHOUT_REASON.contains(state)) {
            throw line.invalid(state + " is given without a reason", "add reasons: [CODE], with its texts under texts");
        }
        Optional<DocumentNode> missing = line.find("missing");
        boolean forecast = line.find("forecast").map(DocumentNode::flag).orElse(true);
        return new Rule(
                line.place(),
                line.find("when").map(when -> read(facts, when, FactType.FLAG)).orElse(null),
                state,
                reasons,
                line.find("findings")
                        .map(findings -> read(facts, findings, FactType.FINDINGS))
                        .orElse(null),
                missing.filter(DocumentNode::isList).map(DocumentNode::items).orElse(List.of()).stream()
                        .map(this::nameOfWhatIsMissing)
                        .toList(),
                missing.filter(named -> !named.isList())
                        .map(named -> read(facts, named, FactType.WORDS))
                        .orElse(null),
                line.find("metOn").map(on -> read(facts, on, FactType.DATE)).orElse(null),
                line.find("suggested")
                        .map(suggested -> suggested.constant(CriterionState.class))
                        .orElse(null),
                forecast,
                waitsForSource(line, state, forecast),
                own);
    }

    /** Where a rule does not say it: PENDING without a known day waits for its source. */
    private static boolean waitsForSource(DocumentNode line, CriterionState state, boolean forecast) {
        Optional<DocumentNode> said = line.find("waitsForSource");
        boolean canWait = state == CriterionState.PENDING && !forecast;
        if (said.isEmpty()) {
            return canWait;
        }
        if (state != CriterionState.PENDING) {
            throw said.get()
                    .invalid(
                            "only PENDING can wait for its source",
                            "write state: " + CriterionState.PENDING + ", or take the key out");
        }
        if (said.get().flag() && !canWait) {
            throw said.get()
                    .invalid(
                            "nobody knows the day on which a source answers",
                            "add forecast: false, or write waitsForSource: false");
        }
        return said.get().flag();
    }

    private Map<String, Expression> figures(DocumentNode of, Expressions facts) {
        Map<String, Expression> figures = new LinkedHashMap<>();
        of.find("figures")
                .filter(written -> mistakes.attempt(written::members))
                .map(DocumentNode::members)
                .orElse(Map.of())
                .forEach((name, figure) ->
                        mistakes.read(() -> read(facts, figure)).ifPresent(read -> figures.put(name, read)));
        return figures;
    }

    /** A mistaken text is there all the same: that a rule names it is no second mistake. */
    private void texts() {
        Optional<DocumentNode> written = node.find("texts");
        if (written.isEmpty()) {
            return;
        }
        goOnAfter(written.get()::members);
        written.get().members().forEach((code, text) -> {
            figuresInTexts.put(code, Set.of());
            mistakes.read(
                            StandardKeys.REASON,
                            text,
                            () -> new ReasonText(
                                    StandardReader.text(text.get("reason")), StandardReader.text(text.get("remedy"))))
                    .ifPresent(read -> {
                        texts.put(code, read);
                        figuresInTexts.put(code, read.quoted());
                    });
        });
    }

    private void requireFindingTexts(DocumentNode findings, Set<String> quotable) {
        for (RaisedReasonCode code : RaisedReasonCode.of(findings.text())) {
            Set<String> withOwn = new HashSet<>(quotable);
            withOwn.addAll(code.figures());
            requireText(findings, code.name(), withOwn);
        }
    }

    private void requireText(DocumentNode at, String code, Set<String> quotable) {
        Set<String> quoted = figuresInTexts.get(code);
        if (quoted == null) {
            throw at.invalid(
                    "there are no texts for " + code, "add " + code + " with reason and remedy under texts of " + id);
        }
        for (String figure : quoted) {
            if (!quotable.contains(figure)) {
                throw at.invalid(
                        "the texts of " + code + " quote {" + figure + "}, which is no figure here",
                        "add it under figures, or use one of "
                                + String.join(", ", quotable.stream().sorted().toList()));
            }
        }
        used.add(code);
    }

    private void refuseUnusedTexts() {
        members("texts").forEach((code, text) -> {
            if (!used.contains(code)) {
                mistakes.add(
                        text.invalid("no rule gives the reason " + code, "name it in a rule, or take its texts out"));
            }
        });
    }
}
