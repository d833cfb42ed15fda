package io.tongban.engine.guide;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.guide.GuidePage.Basis;
import io.tongban.engine.guide.GuidePage.CriterionRow;
import io.tongban.engine.guide.GuidePage.Figure;
import io.tongban.engine.guide.GuidePage.Item;
import io.tongban.engine.guide.GuidePage.Period;
import io.tongban.engine.guide.GuidePage.Value;
import io.tongban.engine.guide.GuidePage.Way;
import io.tongban.engine.standard.Asked;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.DatedArea;
import io.tongban.engine.standard.Demand;
import io.tongban.engine.standard.Guide;
import io.tongban.engine.standard.Limit;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Question;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Saying;
import io.tongban.engine.standard.Setting;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays out what a standard says as the page of its guide; it adds no word of its own. */
final class PageContent {

    /** Limits that the frame of the page has words for; the standard names others itself. */
    private static final Set<String> KNOWN_LIMITS = Set.of("decision", "review");

    private final Standard standard;
    private final Standard.Words words;
    private final Labels labels;
    private final GuideLanguage language;
    private final Surroundings surroundings;

    private PageContent(Standard standard, GuideLanguage language, Surroundings surroundings) {
        this.standard = standard;
        this.words = standard.words();
        this.labels = new Labels(standard);
        this.language = language;
        this.surroundings = surroundings;
    }

    static GuidePage of(Standard standard, GuideLanguage language, Surroundings surroundings) {
        return new PageContent(standard, language, surroundings).page();
    }

    private GuidePage page() {
        return new GuidePage(
                standard.item(),
                standard.version(),
                standard.digest(),
                language.of(standard.name()),
                period(standard.inForceFrom(), standard.inForceUntil()),
                standard.layers().reversed().stream().map(this::layer).toList(),
                standard.guide() == null ? null : introduction(standard.guide()),
                language.of(labels.of(standard.responsibility().kind())),
                surroundings.windowsFor(standard.item()),
                standard.terms().limits().entrySet().stream()
                        .map(limit -> limit(limit.getKey(), limit.getValue()))
                        .toList(),
                standard.routes().stream().map(this::route).toList(),
                sources(),
                new GuidePage.Contest(
                        language.of(surroundings.remedy().text()),
                        surroundings.remedy().basis()));
    }

    private GuidePage.Introduction introduction(Guide guide) {
        return new GuidePage.Introduction(
                language.of(guide.who()),
                language.of(guide.where()),
                language.of(guide.result()),
                guide.fees().stream().map(this::fee).toList());
    }

    private GuidePage.Fee fee(Guide.Fee fee) {
        return new GuidePage.Fee(
                language.heading(fee.name()),
                fee.amount().signum() == 0 ? null : fee.amount().toPlainString() + " " + fee.currency(),
                bases(fee.basis()));
    }

    private GuidePage.TimeLimit limit(String id, Limit limit) {
        return new GuidePage.TimeLimit(
                id,
                KNOWN_LIMITS.contains(id) ? null : language.of(labels.of("limit." + id, id)),
                limit.days(),
                limit.unit() == Limit.DayUnit.WORKING_DAY,
                limit.endsOnWorkingDay(),
                bases(limit.basis()),
                origin(limit.origin()));
    }

    private GuidePage.RouteSection route(Route route) {
        return new GuidePage.RouteSection(
                route.id(),
                language.heading(route.name()),
                route.criteria().stream().map(this::criterion).toList(),
                origin(route.origin()));
    }

    private CriterionRow criterion(Criterion criterion) {
        List<String> registers = criterion.registers().stream()
                .map(register ->
                        language.of(Objects.requireNonNull(words.evidence().get(register), register)))
                .toList();
        return new CriterionRow(
                criterion.id(),
                language.heading(criterion.name()),
                criterion.asked(),
                criterion.settings().all().entrySet().stream()
                        .sorted(Comparator.comparingInt(
                                setting -> labels.place(criterion.id() + "." + setting.getKey())))
                        .map(setting -> figure(criterion, setting.getKey(), setting.getValue()))
                        .toList(),
                standard.questions().all().stream()
                        .filter(question -> criterion.reads().contains("answers." + question.id()))
                        .map(this::question)
                        .toList(),
                ways(criterion),
                registers.isEmpty() ? null : joined(registers),
                bases(criterion.basis()),
                origin(criterion.origin()));
    }

    private Figure figure(Criterion criterion, String name, Setting setting) {
        String id = criterion.id() + "." + name;
        List<Value> values = switch (setting.type()) {
            case FLAG -> List.of(new Value("", (Boolean) setting.value(), null, null));
            case NUMBER -> List.of(text(setting.value().toString()));
            case WORD ->
                List.of(text(language.of(
                        labels.of(id + "." + setting.value(), setting.value().toString()))));
            case WORDS ->
                criterion.settings().words(name).stream()
                        .map(word -> text(language.of(labels.of(id + "." + word, word))))
                        .toList();
            case AREAS ->
                criterion.settings().areas(name).stream().map(this::area).toList();
        };
        return new Figure(
                language.heading(labels.of(id, name)), values, originBeside(setting.origin(), criterion.origin()));
    }

    private static Value text(String text) {
        return new Value(text, null, null, null);
    }

    private Value area(DatedArea area) {
        return new Value(
                language.of(labels.of("area." + area.area(), area.area())),
                null,
                area.first() == null ? null : language.of(area.first()),
                area.last() == null ? null : language.of(area.last()));
    }

    private GuidePage.Question question(Question question) {
        return new GuidePage.Question(
                language.of(question.text()),
                question.allowed().isEmpty()
                        ? null
                        : joined(question.allowed().stream()
                                .map(answer -> language.of(labels.of(question.id() + "." + answer, answer)))
                                .toList()));
    }

    private List<Way> ways(Criterion criterion) {
        List<Way> ways = new ArrayList<>(ways(criterion.papers(), List.of(), criterion.origin(), criterion));
        criterion
                .alternatives()
                .forEach(alternative -> ways.addAll(
                        ways(alternative.asked(), bases(alternative.basis()), alternative.origin(), criterion)));
        return ways;
    }

    private List<Way> ways(Asked asked, List<Basis> basis, Origin origin, Criterion criterion) {
        String beside = originBeside(origin, criterion.origin());
        return switch (asked) {
            case Asked.Nothing nothing -> List.of();
            case Asked.Papers papers ->
                List.of(new Way(
                        papers.demands().stream()
                                .map(demand -> item(demand, origin))
                                .toList(),
                        basis,
                        beside));
            case Asked.Choice choice ->
                choice.kinds().stream()
                        .map(kind -> new Way(
                                List.of(new Item(name(kind), 0, 0, true, 0, List.of(), List.of(), null)),
                                basis,
                                beside))
                        .toList();
            case Asked.Contracts contracts ->
                List.of(new Way(
                        List.of(new Item(
                                name(contracts.kind()),
                                0,
                                0,
                                false,
                                contracts.chainMonths(),
                                List.of(),
                                List.of(),
                                null)),
                        basis,
                        beside));
        };
    }

    private Item item(Demand demand, Origin above) {
        String beside = originBeside(demand.origin(), above);
        return switch (demand) {
            case Demand.Either either ->
                Item.oneOf(
                        either.options().stream()
                                .map(option -> item(option, demand.origin()))
                                .toList(),
                        beside);
            case Demand.PaperDemand paper ->
                new Item(
                        name(paper.kind()),
                        paper.ageMonths(),
                        paper.termMonths(),
                        paper.current(),
                        0,
                        says(paper),
                        List.of(),
                        beside);
        };
    }

    /** In the order in which the standard names what a paper says. */
    private List<GuidePage.Said> says(Demand.PaperDemand paper) {
        PaperKind kind = words.paper(paper.kind());
        return paper.says().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(said -> {
                    Saying saying = Objects.requireNonNull(kind.says().get(said.getKey()), said.getKey());
                    return new GuidePage.Said(
                            language.of(saying.name()),
                            joined(saying.allowed().stream()
                                    .filter(said.getValue()::contains)
                                    .map(value -> language.of(labels.of(
                                            paper.kind() + "." + said.getKey() + "." + value,
                                            said.getKey() + "." + value,
                                            value)))
                                    .toList()));
                })
                .toList();
    }

    private String name(String kind) {
        return language.of(words.paper(kind).name());
    }

    private String joined(Collection<String> items) {
        return items.stream()
                .collect(Collectors.joining(language.of(words.wording().list())));
    }

    private List<Basis> bases(List<LegalBasis> bases) {
        return bases.stream()
                .map(basis -> new Basis(basis.id(), language.of(basis.source()), language.of(basis.article())))
                .toList();
    }

    private List<GuidePage.Source> sources() {
        Map<String, List<LegalBasis>> cited =
                Citations.of(standard).stream().distinct().collect(Collectors.groupingBy(LegalBasis::id));
        return words.sources().entrySet().stream()
                .map(source -> new GuidePage.Source(
                        source.getKey(),
                        language.heading(source.getValue().title()),
                        period(source.getValue().from(), source.getValue().until()),
                        cited.getOrDefault(source.getKey(), List.of()).stream()
                                .map(basis -> language.of(basis.article()))
                                .distinct()
                                .toList(),
                        origin(source.getValue().origin())))
                .toList();
    }

    private Period period(LocalDate from, @Nullable LocalDate until) {
        return new Period(language.of(from), until == null ? null : language.of(until));
    }

    private @Nullable String origin(Origin origin) {
        return standard.layers().size() > 1 ? layer(origin) : null;
    }

    private @Nullable String originBeside(Origin origin, Origin above) {
        return origin.equals(above) ? null : origin(origin);
    }

    private String layer(Origin origin) {
        return language.of(labels.of("layer." + origin.layer(), origin.layer())) + " " + origin.version();
    }
}
