package io.tongban.engine.library;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.LegalSource;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.canonical.CanonicalJson;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Mistakes;
import io.tongban.engine.document.Place;
import io.tongban.engine.document.Shape;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.rule.Template;
import io.tongban.engine.rule.Text;
import io.tongban.engine.rule.Wording;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Guide;
import io.tongban.engine.standard.Limit;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Question;
import io.tongban.engine.standard.Responsibility;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Saying;
import io.tongban.engine.standard.Settings;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.StandardReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one standard from its document and checks all of it, so that a mistake shows at load and not in a case. */
final class StandardReader {

    private static final Pattern ARTICLE = Pattern.compile("第[一二三四五六七八九十百零〇]+条(之[一二三四五六七八九十]+)?");

    /** Kinds of which a scan suffices where a standard says nothing of forms, as those that are published do not. */
    private static final Set<String> SHOWN_AS_SCANS = Set.of("photo");

    private final DocumentNode root;
    private final LayeredDocument layered;
    private final WhatIf whatIf;
    private final Mistakes mistakes = new Mistakes();

    private StandardReader(LayeredDocument layered, WhatIf whatIf) {
        this.root = layered.root();
        this.layered = layered;
        this.whatIf = whatIf;
    }

    /**
     * The standard.
     *
     * @param whatIf in what it is read otherwise than it was published
     * @throws io.tongban.engine.document.DocumentInvalid with every mistake that is no consequence of another
     */
    static Standard read(LayeredDocument document, WhatIf whatIf) {
        return new StandardReader(document, whatIf).standard();
    }

    private Standard standard() {
        requireSections();
        Optional<Period> period = section("inForce", StandardReader::period);
        Optional<Text> name = section("name", StandardReader::text);
        Entries<LegalSource> sources = entries("sources", (id, node) -> source(id, node, period));
        Entries<Text> evidence = entries("evidence", (id, node) -> text(node));
        Entries<Text> labels = entries("labels", (id, node) -> text(node));
        Optional<Wording> wording = section("wording", StandardReader::wording);
        Vocabulary vocabulary = new Vocabulary(
                entries("papers", this::paperKind),
                entries("collective", (id, node) -> text(node)),
                entries("answers", this::question),
                countsContributions(),
                node -> basis(node, sources),
                layered::origin);
        Entries<Criterion> criteria = criteria(vocabulary, evidence, labels);
        Optional<Standard.Terms> terms = terms(vocabulary);
        Optional<Responsibility> responsibility = section("authority", StandardReader::responsibility);
        List<Route> routes = routes(criteria);
        Optional<Guide> guide = section("guide", node -> guide(node, vocabulary));
        mistakes.refuse();
        return new Standard(
                new StandardReference(
                        root.get("item").text(), root.get("version").text(), digest()),
                name.orElseThrow(),
                period.orElseThrow().from(),
                period.orElseThrow().until(),
                layered.layers(),
                new Standard.Words(
                        vocabulary.papers().read(),
                        vocabulary.collective().read(),
                        evidence.read(),
                        sources.read(),
                        labels.read(),
                        wording.orElseThrow()),
                vocabulary.questions(),
                terms.orElseThrow(),
                responsibility.orElseThrow(),
                List.copyOf(criteria.read().values()),
                routes,
                guide.orElse(null));
    }

    /** Without a section, or with one under a wrong name, whatever names something in it would look wrong too. */
    private void requireSections() {
        if (!mistakes.attempt(() -> StandardKeys.STANDARD.members(root))) {
            StandardKeys.STANDARD.checkValues(root, mistakes);
            mistakes.refuse();
        }
        mistakes.attempt(root.get("item")::text);
        mistakes.attempt(root.get("version")::text);
    }

    /** Empty where it is not there, or mistaken. */
    private <T> Optional<T> section(String name, Function<DocumentNode, T> reader) {
        return root.find(name)
                .flatMap(node -> mistakes.read(StandardKeys.STANDARD.shape(name), node, () -> reader.apply(node)));
    }

    private <T> Entries<T> entries(String name, BiFunction<String, DocumentNode, T> reader) {
        Optional<DocumentNode> map = root.find(name);
        if (map.isEmpty()) {
            return new Entries<>();
        }
        if (!mistakes.attempt(map.get()::members)) {
            StandardKeys.STANDARD.checkValues(root, mistakes);
            mistakes.refuse();
        }
        return Entries.of(map.get(), (Shape.MapOf) StandardKeys.STANDARD.shape(name), mistakes, reader);
    }

    private PaperKind paperKind(String kind, DocumentNode node) {
        Map<String, Saying> says = new LinkedHashMap<>();
        node.find("says").map(DocumentNode::members).orElse(Map.of()).forEach((name, saying) -> {
            List<String> allowed = words(saying.get("allowed"));
            DocumentNode otherwise = saying.get("otherwise");
            if (!allowed.contains(otherwise.text())) {
                throw otherwise.invalid(
                        "'" + otherwise.text() + "' is not among the allowed",
                        "write one of " + String.join(", ", allowed));
            }
            says.put(name, new Saying(text(saying), allowed, otherwise.text()));
        });
        PaperKind.Form form = node.find("form")
                .map(written -> written.constant(PaperKind.Form.class))
                .orElse(SHOWN_AS_SCANS.contains(kind) ? PaperKind.Form.SCAN : PaperKind.Form.ORIGINAL_SEEN);
        return new PaperKind(text(node), form, says, layered.origin(node));
    }

    private Question question(String id, DocumentNode node) {
        String kind = node.find("kind").map(DocumentNode::text).orElse("word");
        Text text = text(node);
        Origin origin = layered.origin(node);
        return switch (kind) {
            case "word" -> new Question(id, text, Question.Kind.WORD, words(node.get("allowed")), 0, 0, origin);
            case "flag" -> new Question(id, text, Question.Kind.FLAG, List.of(), 0, 0, origin);
            case "date" -> new Question(id, text, Question.Kind.DATE, List.of(), 0, 0, origin);
            case "number" -> {
                Bounds bounds = Bounds.read(node.get("allowed"));
                yield new Question(
                        id, text, Question.Kind.NUMBER, List.of(), bounds.smallest(), bounds.largest(), origin);
            }
            default -> throw new IllegalStateException("the kinds were checked: " + kind);
        };
    }

    private boolean countsContributions() {
        return root.get("criteria").isList()
                && root.get("criteria").items().stream().anyMatch(StandardReader::isContributions);
    }

    private static boolean isContributions(DocumentNode criterion) {
        return criterion.isMap()
                && criterion
                        .find("id")
                        .filter(id -> Criterion.CONTRIBUTIONS.equals(id.value()))
                        .isPresent();
    }

    private Entries<Criterion> criteria(Vocabulary vocabulary, Entries<Text> evidence, Entries<Text> labels) {
        Entries<Criterion> criteria = new Entries<>();
        if (!mistakes.attempt(root.get("criteria")::items)) {
            return criteria;
        }
        for (DocumentNode node : root.get("criteria").items()) {
            Optional<DocumentNode> id = mistakes.read(() -> node.get("id"));
            boolean isFirst = criteria.read(
                    String.valueOf(id.map(DocumentNode::value).orElse("")),
                    mistakes,
                    () -> criterion(node, vocabulary, evidence, labels));
            if (!isFirst) {
                id.ifPresent(twice -> mistakes.add(
                        twice.invalid("there are two criteria '" + twice.value() + "'", "give one another id")));
            }
        }
        if (criteria.isRight()) {
            refuseUnknownSettings(criteria.read().values());
        }
        return criteria;
    }

    private Criterion criterion(
            DocumentNode node, Vocabulary vocabulary, Entries<Text> evidence, Entries<Text> labels) {
        Criterion criterion = new CriterionReader(node, whatIf, vocabulary).criterion();
        requireEvidenceNames(node, criterion, evidence);
        if (criterion.id().equals(Criterion.CONTRIBUTIONS)) {
            requireCountingRules(node, criterion);
            requireNamesOfKinds(node, criterion, labels);
        }
        return criterion;
    }

    /** What a criterion was decided from is said by name. */
    private static void requireEvidenceNames(DocumentNode node, Criterion criterion, Entries<Text> evidence) {
        for (String register : criterion.registers()) {
            if (!evidence.names(register)) {
                throw node.invalid(
                        criterion.id() + " reads '" + register + "', which has no name",
                        "add '" + register + ": {zh: …, en: …}' under evidence");
            }
        }
    }

    /** Where a text names the kinds of insurance, each that may count has a name. */
    private static void requireNamesOfKinds(DocumentNode node, Criterion counting, Entries<Text> labels) {
        if (counting.texts().values().stream().noneMatch(text -> text.quoted().contains(Template.KIND))) {
            return;
        }
        for (DocumentNode kind : node.get("allowed")
                .get(Settings.Counting.KINDS.id())
                .get("each")
                .items()) {
            String label = Standard.labelOfKind(kind.text());
            if (!labels.names(label)) {
                throw kind.invalid(
                        "a text names the kinds, and kind " + kind.text() + " has no name",
                        "add '" + label + ": {zh: …, en: …}' under labels");
            }
        }
    }

    private List<Route> routes(Entries<Criterion> criteria) {
        List<Route> routes = new ArrayList<>();
        DocumentNode list = root.get("routes");
        if (!mistakes.attempt(list::items)) {
            return routes;
        }
        Set<String> ids = new HashSet<>();
        for (DocumentNode node : list.items()) {
            mistakes.read(StandardKeys.ROUTE, node, () -> route(node, criteria)).ifPresent(route -> {
                if (!ids.add(route.id())) {
                    mistakes.add(node.get("id").invalid("there are two routes of this id", "give one another id"));
                }
                routes.add(route);
            });
        }
        if (list.items().isEmpty()) {
            mistakes.add(list.invalid("there is no route", "add one: a way to qualify"));
        }
        return routes;
    }

    private Route route(DocumentNode node, Entries<Criterion> criteria) {
        List<Criterion> ofRoute = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (DocumentNode id : node.get("criteria").items()) {
            mistakes.read(() -> named(id, criteria, named)).ifPresent(ofRoute::add);
        }
        return new Route(node.get("id").text(), text(node.get("name")), ofRoute, layered.origin(node));
    }

    private static Criterion named(DocumentNode id, Entries<Criterion> criteria, Set<String> named) {
        if (!criteria.names(id.text())) {
            throw id.invalid(
                    "there is no criterion '" + id.text() + "'",
                    "use one of " + String.join(", ", new TreeSet<>(criteria.names())) + ", or add it under criteria");
        }
        if (!named.add(id.text())) {
            throw id.invalid("the route names '" + id.text() + "' twice", "keep one of the two");
        }
        return criteria.get(id.text());
    }

    /** Facts of contributions are read under the settings of the criterion {@code contributions}. */
    private void requireCountingRules(DocumentNode node, Criterion counting) {
        for (Settings.Counting setting : Settings.Counting.values()) {
            if (counting.settings().names().contains(setting.id()) || !setting.isOptional()) {
                requireCountable(node, counting.settings(), setting);
            }
        }
        if (counting.settings().names().contains(Settings.Counting.WINDOW.id())
                || counting.settings().names().contains(Settings.Counting.WINDOW_MONTHS.id())) {
            requireWindow(node, counting.settings());
        } else if (counting.reads().contains(Fact.CONTRIBUTIONS_PAID_WITHIN.expression())) {
            throw node.invalid(
                    "'" + Fact.CONTRIBUTIONS_PAID_WITHIN.expression() + "' is read, and no setting says within what",
                    "add window and windowMonths to settings, or do not read it");
        }
    }

    private static void requireCountable(DocumentNode node, Settings settings, Settings.Counting setting) {
        if (!settings.has(setting.id(), setting.type())) {
            throw node.invalid(
                    "the criterion 'contributions' has no setting '" + setting.id() + "' of type "
                            + setting.type().name().toLowerCase(Locale.ROOT),
                    "add it to settings, with its bounds under allowed");
        }
        DocumentNode allowed = node.get("allowed").get(setting.id());
        switch (setting.type()) {
            case NUMBER -> {
                Bounds widest = new Bounds(setting.smallest(), setting.largest());
                if (!widest.hold(Bounds.read(allowed))) {
                    throw allowed.invalid(
                            "months cannot be counted with '" + setting.id() + "' of " + allowed.text(),
                            "keep it within " + widest.smallest() + ".." + widest.largest());
                }
            }
            case WORD -> {
                List<String> known = List.of(Settings.Counting.ANY, Settings.Counting.EACH);
                for (DocumentNode word : allowed.items()) {
                    if (!known.contains(word.text())) {
                        throw word.invalid(
                                "months cannot be counted with '" + setting.id() + "' of " + word.text(),
                                "write " + String.join(" or ", known));
                    }
                }
            }
            case WORDS, AREAS, FLAG -> {}
        }
    }

    private void requireWindow(DocumentNode node, Settings settings) {
        requireCountable(node, settings, Settings.Counting.WINDOW);
        requireCountable(node, settings, Settings.Counting.WINDOW_MONTHS);
        int window = settings.number(Settings.Counting.WINDOW.id());
        int months = settings.number(Settings.Counting.WINDOW_MONTHS.id());
        DocumentNode at = node.get("settings");
        if (months > window) {
            throw at.get(Settings.Counting.WINDOW_MONTHS.id())
                    .invalid(
                            "of " + window + " months there are never " + months + " paid",
                            "let windowMonths be at most window");
        }
        if (window > root.get("historyMonths").integer(1, 600)) {
            throw at.get(Settings.Counting.WINDOW.id())
                    .invalid(
                            "the sources are asked for "
                                    + root.get("historyMonths").text() + " months, and the window is of " + window,
                            "let historyMonths be at least window");
        }
    }

    private void refuseUnknownSettings(Collection<Criterion> criteria) {
        List<String> known = criteria.stream()
                .flatMap(criterion -> criterion.settings().names().stream().map(name -> criterion.id() + "." + name))
                .distinct()
                .sorted()
                .toList();
        whatIf.settings().forEach((name, node) -> {
            if (!known.contains(name)) {
                mistakes.add(node.invalid(
                        "the standard has no setting '" + name + "'",
                        DocumentNode.nearest(name, known)
                                .map(near -> "write '" + near + "'")
                                .orElse("use one of " + String.join(", ", known))));
            }
        });
    }

    private Optional<Standard.Terms> terms(Vocabulary vocabulary) {
        Entries<Limit> limits = entries("limits", (name, node) -> limit(node, vocabulary));
        boolean counts = vocabulary.countsContributions();
        if (counts) {
            mistakes.attempt(() -> root.get("historyMonths"));
            mistakes.attempt(() -> root.get("askedKinds"));
        }
        Optional<Integer> lapseNoticeDays = section("lapseNoticeDays", node -> node.integer(0, 3650));
        Optional<Integer> historyMonths = section("historyMonths", node -> node.integer(1, 600));
        Optional<List<String>> askedKinds =
                section("askedKinds", list -> words(list).stream().sorted().toList());
        return lapseNoticeDays.map(days -> new Standard.Terms(
                limits.read(),
                days,
                counts ? historyMonths.orElse(0) : 0,
                counts ? askedKinds.orElse(List.of()) : List.of()));
    }

    private Limit limit(DocumentNode node, Vocabulary vocabulary) {
        return new Limit(
                node.get("days").integer(0, 3650),
                node.get("unit").constant(Limit.DayUnit.class),
                node.get("endsOnWorkingDay").flag(),
                vocabulary.bases(node.get("basis")),
                layered.origin(node));
    }

    private static Responsibility responsibility(DocumentNode authority) {
        return new Responsibility(authority.get("kind").text(), Responsibility.By.RESIDENCE);
    }

    private static Guide guide(DocumentNode node, Vocabulary vocabulary) {
        return new Guide(
                text(node.get("who")),
                text(node.get("where")),
                text(node.get("result")),
                node.get("fees").items().stream()
                        .map(fee -> new Guide.Fee(
                                text(fee),
                                fee.get("amount").decimal(),
                                fee.get("currency").text(),
                                vocabulary.bases(fee.get("basis"))))
                        .toList());
    }

    private static Wording wording(DocumentNode node) {
        return new Wording(text(node.get("list")), text(node.get("ofUnit")));
    }

    private LegalSource source(String id, DocumentNode node, Optional<Period> period) {
        LegalSource source = new LegalSource(
                text(node),
                node.get("from").date(),
                node.find("until").map(DocumentNode::date).orElse(null),
                node.find("text").map(DocumentNode::text).orElse(null),
                layered.origin(node));
        period.map(Period::from)
                .filter(first -> source.from().isAfter(first)
                        || (source.until() != null && source.until().isBefore(first)))
                .ifPresent(first -> {
                    throw node.invalid(
                            "'" + id + "' is not in force on " + first + ", when the standard begins",
                            "cite the version that was in force then");
                });
        return source;
    }

    private static LegalBasis basis(DocumentNode node, Entries<LegalSource> sources) {
        DocumentNode id = node.get("source");
        if (!sources.names(id.text())) {
            throw id.invalid(
                    "there is no source '" + id.text() + "'",
                    "use one of " + String.join(", ", sources.names()) + ", or add it under sources");
        }
        LegalSource source = sources.get(id.text());
        Text article = text(node.get("article"));
        return new LegalBasis(id.text(), source.title(), article, reference(source, article));
    }

    private static @Nullable String reference(LegalSource source, Text article) {
        Matcher named = ARTICLE.matcher(article.zh());
        return source.text() == null || !named.find() ? null : source.text() + "#" + named.group();
    }

    private String digest() {
        Map<String, @Nullable Object> content = new TreeMap<>();
        content.put("standard", root.value());
        content.put("layers", layered.layers().stream().map(Origin::toString).toList());
        if (!whatIf.settings().isEmpty()) {
            Map<String, @Nullable Object> settings = new TreeMap<>();
            whatIf.settings().forEach((name, node) -> settings.put(name, node.value()));
            content.put("whatIf", settings);
        }
        if (!whatIf.otherMonthEnd().isEmpty()) {
            content.put(
                    "otherMonthEnd",
                    whatIf.otherMonthEnd().stream().map(Place::path).sorted().toList());
        }
        return CanonicalJson.digest(CanonicalJson.of(content));
    }

    private static List<String> words(DocumentNode list) {
        return list.items().stream().map(DocumentNode::text).toList();
    }

    /** The text of a map that has it in both languages, perhaps beside other keys. */
    static Text text(DocumentNode node) {
        return new Text(node.get("zh").text(), node.get("en").text());
    }

    /** Both days included; null: until replaced. */
    private record Period(LocalDate from, @Nullable LocalDate until) {}

    private static Period period(DocumentNode node) {
        LocalDate from = node.get("from").date();
        LocalDate until = node.find("until").map(DocumentNode::date).orElse(null);
        if (until != null && until.isBefore(from)) {
            throw node.invalid("the standard ends before it begins", "put until at or after from");
        }
        return new Period(from, until);
    }
}
