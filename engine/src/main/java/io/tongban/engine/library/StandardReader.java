package io.tongban.engine.library;

import io.tongban.engine.basis.LegalBasis;
import io.tongban.engine.basis.LegalSource;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.canonical.CanonicalJson;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Place;
import io.tongban.engine.expression.Fact;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.Template;
import io.tongban.engine.rule.Text;
import io.tongban.engine.rule.Wording;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Guide;
import io.tongban.engine.standard.Limit;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Question;
import io.tongban.engine.standard.Questions;
import io.tongban.engine.standard.Responsibility;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Saying;
import io.tongban.engine.standard.Settings;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.standard.StandardReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one standard from its document and checks all of it, so that a mistake shows at load and not in a case. */
final class StandardReader {

    private static final Pattern ARTICLE = Pattern.compile("第[一二三四五六七八九十百零〇]+条(之[一二三四五六七八九十]+)?");

    private final DocumentNode root;
    private final LayeredDocument layered;
    private final WhatIf whatIf;
    private final Map<String, LegalSource> sources;

    private StandardReader(LayeredDocument layered, WhatIf whatIf) {
        this.root = layered.root();
        this.layered = layered;
        this.whatIf = whatIf;
        root.members(
                "item",
                "version",
                "layer",
                "name",
                "inForce",
                "sources",
                "evidence",
                "wording",
                "papers",
                "answers",
                "collective",
                "labels",
                "authority",
                "guide",
                "limits",
                "lapseNoticeDays",
                "historyMonths",
                "askedKinds",
                "criteria",
                "routes");
        this.sources = sources();
    }

    /**
     * The standard.
     *
     * @param whatIf in what it is read otherwise than it was published
     * @throws io.tongban.engine.document.DocumentInvalid if something in it is wrong
     */
    static Standard read(LayeredDocument document, WhatIf whatIf) {
        return new StandardReader(document, whatIf).standard();
    }

    private Standard standard() {
        Standard.Words words = words();
        Questions questions = questions();
        List<Criterion> criteria = criteria(words, questions);
        refuseUnknownSettings(criteria);
        return new Standard(
                new StandardReference(
                        root.get("item").text(), root.get("version").text(), digest()),
                text(root.get("name")),
                from(root.get("inForce")),
                until(root.get("inForce")),
                layered.layers(),
                words,
                questions,
                terms(criteria),
                responsibility(),
                criteria,
                routes(criteria),
                root.find("guide").map(this::guide).orElse(null));
    }

    private Standard.Words words() {
        Map<String, PaperKind> papers = new LinkedHashMap<>();
        root.get("papers").members().forEach((id, node) -> papers.put(id, paperKind(node)));
        root.get("papers").members().forEach(StandardReader::requireKind);
        root.find("collective").map(DocumentNode::members).orElse(Map.of()).forEach(StandardReader::requireKind);
        DocumentNode wording = root.get("wording");
        wording.members("list", "ofUnit");
        return new Standard.Words(
                papers,
                root.find("collective").map(StandardReader::named).orElse(Map.of()),
                named(root.get("evidence")),
                sources,
                root.find("labels").map(StandardReader::named).orElse(Map.of()),
                new Wording(text(wording.get("list")), text(wording.get("ofUnit"))));
    }

    private static void requireKind(String id, DocumentNode node) {
        if (!NamedPaper.isKind(id)) {
            throw node.invalid(
                    "'" + id + "' is no kind of paper", "write a word without ':', which stands before a unit");
        }
    }

    private PaperKind paperKind(DocumentNode node) {
        node.members("zh", "en", "says");
        Map<String, Saying> says = new LinkedHashMap<>();
        node.find("says").map(DocumentNode::members).orElse(Map.of()).forEach((name, saying) -> {
            saying.members("zh", "en", "allowed", "otherwise");
            List<String> allowed = words(saying.get("allowed"));
            DocumentNode otherwise = saying.get("otherwise");
            if (!allowed.contains(otherwise.text())) {
                throw otherwise.invalid(
                        "'" + otherwise.text() + "' is not among the allowed",
                        "write one of " + String.join(", ", allowed));
            }
            says.put(
                    name,
                    new Saying(
                            new Text(saying.get("zh").text(), saying.get("en").text()), allowed, otherwise.text()));
        });
        return new PaperKind(new Text(node.get("zh").text(), node.get("en").text()), says, layered.origin(node));
    }

    private Questions questions() {
        List<Question> questions = new ArrayList<>();
        root.find("answers").map(DocumentNode::members).orElse(Map.of()).forEach((id, node) -> {
            node.members("zh", "en", "allowed", "kind");
            if (!id.matches("[a-z][A-Za-z0-9]*")) {
                throw node.invalid("'" + id + "' is no name of an answer", "write a word such as household");
            }
            questions.add(question(id, node));
        });
        return new Questions(questions);
    }

    private Question question(String id, DocumentNode node) {
        String kind = node.find("kind").map(DocumentNode::text).orElse("word");
        Text text = new Text(node.get("zh").text(), node.get("en").text());
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
            default ->
                throw node.get("kind")
                        .invalid("'" + kind + "' is no kind of answer", "write word, flag, date or number");
        };
    }

    private List<Criterion> criteria(Standard.Words words, Questions questions) {
        List<DocumentNode> nodes = root.get("criteria").items();
        boolean counts = nodes.stream().anyMatch(node -> node.get("id").text().equals(Criterion.CONTRIBUTIONS));
        Vocabulary vocabulary =
                new Vocabulary(words.papers(), words.collective(), questions, counts, this::basis, layered::origin);
        Map<String, Criterion> criteria = new LinkedHashMap<>();
        for (DocumentNode node : nodes) {
            Criterion criterion = new CriterionReader(node, whatIf, vocabulary).criterion();
            if (criteria.put(criterion.id(), criterion) != null) {
                throw node.get("id").invalid("there are two criteria '" + criterion.id() + "'", "give one another id");
            }
            requireEvidenceNames(node, criterion, words);
            if (criterion.id().equals(Criterion.CONTRIBUTIONS)) {
                requireCountingRules(node, criterion);
                requireNamesOfKinds(node, criterion, words);
            }
        }
        return List.copyOf(criteria.values());
    }

    /** What a criterion was decided from is said by name. */
    private static void requireEvidenceNames(DocumentNode node, Criterion criterion, Standard.Words words) {
        for (String register : criterion.registers()) {
            if (!words.evidence().containsKey(register)) {
                throw node.invalid(
                        criterion.id() + " reads '" + register + "', which has no name",
                        "add '" + register + ": {zh: …, en: …}' under evidence");
            }
        }
    }

    /** Where a text names the kinds of insurance, each that may count has a name. */
    private static void requireNamesOfKinds(DocumentNode node, Criterion counting, Standard.Words words) {
        if (counting.texts().values().stream().noneMatch(text -> text.quoted().contains(Template.KIND))) {
            return;
        }
        for (DocumentNode kind : node.get("allowed")
                .get(Settings.Counting.KINDS.id())
                .get("each")
                .items()) {
            String label = Standard.labelOfKind(kind.text());
            if (!words.labels().containsKey(label)) {
                throw kind.invalid(
                        "a text names the kinds, and kind " + kind.text() + " has no name",
                        "add '" + label + ": {zh: …, en: …}' under labels");
            }
        }
    }

    private List<Route> routes(List<Criterion> criteria) {
        Map<String, Criterion> byId =
                criteria.stream().collect(Collectors.toMap(Criterion::id, criterion -> criterion));
        List<Route> routes = new ArrayList<>();
        for (DocumentNode node : root.get("routes").items()) {
            node.members("id", "name", "criteria");
            List<Criterion> ofRoute = new ArrayList<>();
            for (DocumentNode id : node.get("criteria").items()) {
                Criterion criterion = byId.get(id.text());
                if (criterion == null) {
                    throw id.invalid(
                            "there is no criterion '" + id.text() + "'",
                            "use one of "
                                    + String.join(
                                            ", ",
                                            byId.keySet().stream().sorted().toList()) + ", or add it under criteria");
                }
                if (ofRoute.contains(criterion)) {
                    throw id.invalid("the route names '" + id.text() + "' twice", "keep one of the two");
                }
                ofRoute.add(criterion);
            }
            if (routes.stream()
                    .anyMatch(route -> route.id().equals(node.get("id").text()))) {
                throw node.get("id").invalid("there are two routes of this id", "give one another id");
            }
            routes.add(new Route(node.get("id").text(), text(node.get("name")), ofRoute, layered.origin(node)));
        }
        if (routes.isEmpty()) {
            throw root.get("routes").invalid("there is no route", "add one: a way to qualify");
        }
        return routes;
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

    private void refuseUnknownSettings(List<Criterion> criteria) {
        List<String> known = criteria.stream()
                .flatMap(criterion -> criterion.settings().names().stream().map(name -> criterion.id() + "." + name))
                .distinct()
                .sorted()
                .toList();
        whatIf.settings().forEach((name, node) -> {
            if (!known.contains(name)) {
                throw node.invalid(
                        "the standard has no setting '" + name + "'",
                        DocumentNode.nearest(name, known)
                                .map(near -> "write '" + near + "'")
                                .orElse("use one of " + String.join(", ", known)));
            }
        });
    }

    private Standard.Terms terms(List<Criterion> criteria) {
        boolean counts = criteria.stream().anyMatch(criterion -> criterion.id().equals(Criterion.CONTRIBUTIONS));
        return new Standard.Terms(
                limits(),
                root.get("lapseNoticeDays").integer(0, 3650),
                counts ? root.get("historyMonths").integer(1, 600) : 0,
                counts
                        ? root.get("askedKinds").items().stream()
                                .map(DocumentNode::text)
                                .sorted()
                                .toList()
                        : List.of());
    }

    private Map<String, Limit> limits() {
        Map<String, Limit> limits = new LinkedHashMap<>();
        root.get("limits").members().forEach((name, node) -> {
            node.members("days", "unit", "endsOnWorkingDay", "basis");
            limits.put(
                    name,
                    new Limit(
                            node.get("days").integer(0, 3650),
                            node.get("unit").constant(Limit.DayUnit.class),
                            node.get("endsOnWorkingDay").flag(),
                            node.get("basis").items().stream().map(this::basis).toList(),
                            layered.origin(node)));
        });
        root.get("limits").get("decision");
        root.get("limits").get("review");
        return limits;
    }

    private Responsibility responsibility() {
        DocumentNode authority = root.get("authority");
        authority.members("kind", "by");
        if (!authority.get("by").text().equals("residence")) {
            throw authority.get("by").invalid("nothing finds a body by that", "write 'residence'");
        }
        return new Responsibility(authority.get("kind").text(), Responsibility.By.RESIDENCE);
    }

    private Guide guide(DocumentNode node) {
        node.members("who", "where", "result", "fees");
        return new Guide(
                text(node.get("who")),
                text(node.get("where")),
                text(node.get("result")),
                node.get("fees").items().stream().map(this::fee).toList());
    }

    private Guide.Fee fee(DocumentNode node) {
        node.members("zh", "en", "amount", "currency", "basis");
        return new Guide.Fee(
                new Text(node.get("zh").text(), node.get("en").text()),
                node.get("amount").decimal(),
                node.get("currency").text(),
                node.get("basis").items().stream().map(this::basis).toList());
    }

    private Map<String, LegalSource> sources() {
        Map<String, LegalSource> read = new LinkedHashMap<>();
        LocalDate first = from(root.get("inForce"));
        root.get("sources").members().forEach((id, node) -> {
            node.members("zh", "en", "from", "until", "text");
            LegalSource source = new LegalSource(
                    new Text(node.get("zh").text(), node.get("en").text()),
                    node.get("from").date(),
                    node.find("until").map(DocumentNode::date).orElse(null),
                    node.find("text").map(DocumentNode::text).orElse(null),
                    layered.origin(node));
            if (source.from().isAfter(first)
                    || (source.until() != null && source.until().isBefore(first))) {
                throw node.invalid(
                        "'" + id + "' is not in force on " + first + ", when the standard begins",
                        "cite the version that was in force then");
            }
            read.put(id, source);
        });
        return read;
    }

    private LegalBasis basis(DocumentNode node) {
        node.members("source", "article");
        String id = node.get("source").text();
        LegalSource source = sources.get(id);
        if (source == null) {
            throw node.get("source")
                    .invalid(
                            "there is no source '" + id + "'",
                            "use one of " + String.join(", ", sources.keySet()) + ", or add it under sources");
        }
        Text article = text(node.get("article"));
        return new LegalBasis(id, source.title(), article, reference(source, article));
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

    private static Map<String, Text> named(DocumentNode node) {
        Map<String, Text> names = new LinkedHashMap<>();
        node.members().forEach((id, name) -> names.put(id, text(name)));
        return names;
    }

    private static List<String> words(DocumentNode list) {
        return list.items().stream().map(DocumentNode::text).toList();
    }

    static Text text(DocumentNode node) {
        node.members("zh", "en");
        return new Text(node.get("zh").text(), node.get("en").text());
    }

    private static LocalDate from(DocumentNode period) {
        period.members("from", "until");
        return period.get("from").date();
    }

    private static @Nullable LocalDate until(DocumentNode period) {
        LocalDate until = period.find("until").map(DocumentNode::date).orElse(null);
        if (until != null && until.isBefore(from(period))) {
            throw period.invalid("the standard ends before it begins", "put until at or after from");
        }
        return until;
    }
}
