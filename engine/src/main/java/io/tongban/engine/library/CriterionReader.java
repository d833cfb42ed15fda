package io.tongban.engine.library;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Place;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one criterion: settings, papers, rules and the texts of its reasons, each checked against the others. */
final class CriterionReader {

    private static final String POSTING_DAY = "postingDay";
    private static final int DAYS_OF_EVERY_MONTH = 28;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Set<CriterionState> WITHOUT_REASON = Set.of(CriterionState.MET);

    private final DocumentNode node;
    private final String id;
    private final WhatIf whatIf;
    private final Vocabulary vocabulary;
    private final Settings settings;
    private final Map<String, ReasonText> texts = new LinkedHashMap<>();
    private final Map<String, Set<String>> figuresInTexts = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> reads = new TreeSet<>();
    private final Set<Long> numbers = new TreeSet<>();
    private final MonthEnd monthEnd;
    private final Set<Place> addsMonths = new LinkedHashSet<>();

    CriterionReader(DocumentNode node, WhatIf whatIf, Vocabulary vocabulary) {
        this.node = node;
        node.members(
                "id",
                "name",
                "basis",
                "settings",
                "basisOf",
                "allowed",
                "asked",
                "needsPapers",
                "papers",
                "choice",
                "define",
                "figures",
                "alternatives",
                "decide",
                "texts");
        this.id = node.get("id").text();
        this.whatIf = whatIf;
        this.vocabulary = vocabulary;
        if (!ID.matcher(id).matches()) {
            throw node.get("id").invalid("'" + id + "' is no id", "write small letters, digits and hyphens");
        }
        this.settings = settings();
        this.monthEnd = monthEnd();
    }

    Criterion criterion() {
        List<LegalBasis> read = bases(node.get("basis"));
        if (read.isEmpty()) {
            throw node.get("basis").invalid(id + " has no legal basis", "name a source and its article");
        }
        texts();
        Asked asked = asked(node);
        List<Alternative> alternatives = new ArrayList<>();
        node.find("alternatives").map(DocumentNode::items).orElse(List.of()).forEach(alternative -> {
            alternative.members("id", "basis", "papers", "contracts", "chainMonths", "brought", "decide");
            Alternative next = alternative(alternative);
            if (alternatives.stream().anyMatch(other -> other.id().equals(next.id()))) {
                throw alternative.get("id").invalid("there are two alternatives of this id", "give one another id");
            }
            requireAPaper(alternative, next.asked());
            requireDays(alternative);
            alternatives.add(next);
        });
        Rules decision = decision(node, facts(asked));
        requireDays(node);
        refuseUnusedTexts();
        return new Criterion(
                id,
                StandardReader.text(node.get("name")),
                read,
                settings,
                node.find("needsPapers").map(DocumentNode::flag).orElse(false),
                isAsked(),
                asked,
                alternatives,
                decision,
                texts,
                monthEnds(),
                new Reads(reads, numbers),
                vocabulary.origin().apply(node));
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
                throw line.invalid("NOT_YET names no day", "add metOn: the day on which it will be met");
            }
        }
    }

    private List<LegalBasis> bases(DocumentNode list) {
        return list.items().stream().map(vocabulary.basis()).toList();
    }

    private Settings settings() {
        Map<String, DocumentNode> bounds =
                node.find("allowed").map(DocumentNode::members).orElse(Map.of());
        Map<String, DocumentNode> values =
                node.find("settings").map(DocumentNode::members).orElse(Map.of());
        bounds.forEach((name, bound) -> {
            if (!values.containsKey(name)) {
                throw bound.invalid("there is no setting '" + name + "'", "add it to settings, or take its bounds out");
            }
        });
        Map<String, DocumentNode> basisOf =
                node.find("basisOf").map(DocumentNode::members).orElse(Map.of());
        basisOf.forEach((name, of) -> {
            if (!values.containsKey(name)) {
                throw of.invalid("there is no setting '" + name + "'", "add it to settings, or take its basis out");
            }
        });
        Map<String, Setting> read = new LinkedHashMap<>();
        values.forEach((name, published) -> {
            DocumentNode other = whatIf.settings().get(id + "." + name);
            List<LegalBasis> basis = basisOf.containsKey(name) ? bases(basisOf.get(name)) : List.of();
            Origin origin = vocabulary.origin().apply(published);
            SettingReader.read(published, bounds.get(name), basis, origin);
            read.put(name, SettingReader.read(other == null ? published : other, bounds.get(name), basis, origin));
        });
        return new Settings(read);
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

    /** A criterion is asked for always, or as its own flag {@code asked} says. */
    private boolean isAsked() {
        Optional<DocumentNode> asked = node.find("asked");
        if (asked.isEmpty()) {
            return true;
        }
        Expressions overSettings = Expressions.over(List.of()).with(settings.types(), settings.values());
        return read(overSettings, asked.get(), FactType.FLAG).holds(new Evaluation(FactValues.none(), 0));
    }

    private Asked asked(DocumentNode of) {
        if (of.find("papers").isPresent()) {
            return new Asked.Papers(
                    of.get("papers").items().stream().map(this::demand).toList());
        }
        if (of.find("choice").isPresent()) {
            return new Asked.Choice(
                    of.get("choice").items().stream().map(this::paper).toList());
        }
        if (of.find("contracts").isPresent()) {
            return new Asked.Contracts(paper(of.get("contracts")), months(of.get("chainMonths")));
        }
        return new Asked.Nothing();
    }

    private Demand demand(DocumentNode demand) {
        if (demand.find("oneOf").isEmpty()) {
            return paperDemand(demand);
        }
        demand.members("oneOf", "as");
        return new Demand.Either(
                demand.get("oneOf").items().stream().map(this::paperDemand).toList(),
                nameOfWhatIsMissing(demand.get("as")),
                vocabulary.origin().apply(demand));
    }

    private Demand.PaperDemand paperDemand(DocumentNode demand) {
        demand.members("kind", "age", "term", "current", "says");
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
        Map<String, Saying> known = vocabulary.paper(kind).says();
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
        if (!vocabulary.papers().containsKey(kind.text())) {
            throw kind.invalid(
                    "there is no paper '" + kind.text() + "'",
                    DocumentNode.nearest(
                                    kind.text(), List.copyOf(vocabulary.papers().keySet()))
                            .map(known -> "write '" + known + "'")
                            .orElse("add it under papers"));
        }
        return kind.text();
    }

    /** A notice can name what has a name: a paper or a collective word. */
    private NamedPaper nameOfWhatIsMissing(DocumentNode named) {
        if (!vocabulary.papers().containsKey(named.text())
                && !vocabulary.collective().containsKey(named.text())) {
            throw named.invalid("'" + named.text() + "' has no name", "add it under papers or collective");
        }
        return new NamedPaper(named.text());
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

    private Alternative alternative(DocumentNode alternative) {
        Asked asked = asked(alternative);
        Expressions facts = facts(asked);
        return new Alternative(
                alternative.get("id").text(),
                asked,
                read(facts, alternative.get("brought"), FactType.FLAG),
                decision(alternative, facts),
                alternative.find("basis").map(this::bases).orElse(List.of()),
                vocabulary.origin().apply(alternative));
    }

    private Expressions facts(Asked asked) {
        List<Fact> facts = new ArrayList<>(Fact.of(Fact.Scope.CASE));
        if (vocabulary.countsContributions()) {
            facts.addAll(Fact.of(Fact.Scope.CONTRIBUTIONS));
        }
        switch (asked) {
            case Asked.Nothing nothing -> {}
            case Asked.Papers papersAsked -> facts.addAll(Fact.of(Fact.Scope.PAPERS));
            case Asked.Choice choice -> facts.addAll(Fact.of(Fact.Scope.CHOICE));
            case Asked.Contracts contracts -> facts.addAll(Fact.of(Fact.Scope.CONTRACTS));
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

    private Rules decision(DocumentNode of, Expressions facts) {
        Expressions known = facts;
        Map<String, Expression> definitions = new LinkedHashMap<>();
        for (Map.Entry<String, DocumentNode> definition :
                node.find("define").map(DocumentNode::members).orElse(Map.of()).entrySet()) {
            Expression expression = read(known, definition.getValue());
            definitions.put(definition.getKey(), expression);
            known = known.define(definition.getKey(), expression);
        }
        Map<String, Expression> figures = figures(node, known);
        List<Rule> rules = new ArrayList<>();
        List<DocumentNode> lines = of.get("decide").items();
        for (DocumentNode line : lines) {
            boolean last = rules.size() == lines.size() - 1;
            if (last == line.find("when").isPresent()) {
                throw last
                        ? line.invalid("the last rule has a condition", "add a rule without 'when' for all other cases")
                        : line.invalid("this rule leaves none for those below", "add 'when', or put it last");
            }
            rules.add(rule(line, known, figures.keySet()));
        }
        if (rules.isEmpty()) {
            throw of.get("decide").invalid("there is no rule", "add '- state: …'");
        }
        return new Rules(definitions, figures, rules);
    }

    private Rule rule(DocumentNode line, Expressions facts, Set<String> figures) {
        line.members(
                "when",
                "state",
                "reasons",
                "findings",
                "missing",
                "metOn",
                "suggested",
                "forecast",
                "waitsForSource",
                "figures");
        CriterionState state = line.get("state").constant(CriterionState.class);
        Map<String, Expression> own = figures(line, facts);
        Set<String> quotable = new HashSet<>(figures);
        quotable.addAll(own.keySet());
        quotable.add(Template.MISSING);
        if (id.equals(Criterion.CONTRIBUTIONS)) {
            quotable.add(Template.KIND);
        }
        List<String> reasons = new ArrayList<>();
        line.find("reasons").map(DocumentNode::items).orElse(List.of()).forEach(reason -> {
            requireText(reason, reason.text(), quotable);
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
                .map(DocumentNode::members)
                .orElse(Map.of())
                .forEach((name, figure) -> figures.put(name, read(facts, figure)));
        return figures;
    }

    private void texts() {
        node.find("texts").map(DocumentNode::members).orElse(Map.of()).forEach((code, text) -> {
            text.members("reason", "remedy");
            ReasonText read =
                    new ReasonText(StandardReader.text(text.get("reason")), StandardReader.text(text.get("remedy")));
            texts.put(code, read);
            figuresInTexts.put(code, read.quoted());
        });
    }

    private void requireFindingTexts(DocumentNode findings, Set<String> quotable) {
        for (RaisedReasonCode code : RaisedReasonCode.values()) {
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
        node.find("texts").map(DocumentNode::members).orElse(Map.of()).forEach((code, text) -> {
            if (!used.contains(code)) {
                throw text.invalid("no rule gives the reason " + code, "name it in a rule, or take its texts out");
            }
        });
    }
}
