package io.tongban.permit.standard;

import io.tongban.permit.canonical.CanonicalJson;
import io.tongban.permit.document.DocumentNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one standard from its document and checks all of it, so that a mistake shows at load and not in a case. */
final class StandardReader {

    private final DocumentNode root;
    private final Map<String, DocumentNode> whatIf;
    private final Map<String, Text> papers;
    private final Map<String, Source> sources;

    /** A text that criteria are based on, with its own time in force. */
    private record Source(
            Text name, LocalDate from, @Nullable LocalDate until) {}

    private StandardReader(DocumentNode root, Map<String, DocumentNode> whatIf) {
        this.root = root;
        this.whatIf = whatIf;
        root.members(
                "item",
                "version",
                "name",
                "inForce",
                "sources",
                "papers",
                "collective",
                "limits",
                "lapseNoticeDays",
                "historyMonths",
                "askedKinds",
                "routes");
        this.papers = named(root.get("papers"));
        this.sources = sources();
    }

    /**
     * The standard.
     *
     * @param whatIf values for settings other than the published ones, by {@code criterion.setting}
     * @throws io.tongban.permit.document.DocumentInvalid if something in it is wrong
     */
    static Standard read(DocumentNode root, Map<String, DocumentNode> whatIf) {
        return new StandardReader(root, whatIf).standard();
    }

    private Standard standard() {
        List<Route> routes = routes();
        refuseUnknownSettings(routes);
        Map<String, Text> names = new LinkedHashMap<>(papers);
        names.putAll(named(root.get("collective")));
        return new Standard(
                new StandardReference(
                        root.get("item").text(), root.get("version").text(), digest()),
                text(root.get("name")),
                from(root.get("inForce")),
                until(root.get("inForce")),
                papers,
                names,
                limits(),
                root.get("lapseNoticeDays").integer(0, 3650),
                root.get("historyMonths").integer(1, 600),
                root.get("askedKinds").items().stream()
                        .map(DocumentNode::text)
                        .sorted()
                        .toList(),
                routes);
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (DocumentNode node : root.get("routes").items()) {
            node.members("id", "name", "criteria");
            List<Criterion> criteria = new ArrayList<>();
            for (DocumentNode criterion : node.get("criteria").items()) {
                criteria.add(new CriterionReader(criterion, whatIf, papers, this::basis).criterion());
            }
            requireCountingRules(node, criteria);
            routes.add(new Route(node.get("id").text(), text(node.get("name")), criteria));
        }
        return routes;
    }

    /** Facts of contributions are read under the settings of the criterion {@code contributions}. */
    private static void requireCountingRules(DocumentNode route, List<Criterion> criteria) {
        Map<String, SettingType> needed = new TreeMap<>(Map.of(
                "months", SettingType.NUMBER,
                "gapMonths", SettingType.NUMBER,
                "lateAfterMonths", SettingType.NUMBER,
                "postingDay", SettingType.NUMBER,
                "kinds", SettingType.WORDS,
                "areas", SettingType.AREAS));
        Criterion counting = criteria.stream()
                .filter(criterion -> criterion.id().equals(Route.CONTRIBUTIONS))
                .findFirst()
                .orElseThrow(() -> route.invalid(
                        "the route has no criterion 'contributions'",
                        "add it: its settings say how contribution months are counted"));
        needed.forEach((name, type) -> {
            if (!counting.settings().has(name, type)) {
                throw route.invalid(
                        "the criterion 'contributions' has no setting '" + name + "' of type "
                                + type.name().toLowerCase(Locale.ROOT),
                        "add it to settings, with its bounds under allowed");
            }
        });
    }

    private void refuseUnknownSettings(List<Route> routes) {
        List<String> known = routes.stream()
                .flatMap(route -> route.criteria().stream())
                .flatMap(criterion -> criterion.settings().names().stream().map(name -> criterion.id() + "." + name))
                .distinct()
                .sorted()
                .toList();
        whatIf.forEach((name, node) -> {
            if (!known.contains(name)) {
                throw node.invalid(
                        "the standard has no setting '" + name + "'",
                        DocumentNode.nearest(name, known)
                                .map(near -> "write '" + near + "'")
                                .orElse("use one of " + String.join(", ", known)));
            }
        });
    }

    private Map<String, Limit> limits() {
        Map<String, Limit> limits = new LinkedHashMap<>();
        root.get("limits").members("decision", "review").forEach((name, node) -> {
            node.members("days", "unit", "endsOnWorkingDay", "basis");
            node.get("basis").items().forEach(this::basis);
            limits.put(
                    name,
                    new Limit(
                            node.get("days").integer(0, 3650),
                            node.get("unit").constant(Limit.DayUnit.class),
                            node.get("endsOnWorkingDay").flag()));
        });
        root.get("limits").get("decision");
        root.get("limits").get("review");
        return limits;
    }

    private Map<String, Source> sources() {
        Map<String, Source> read = new LinkedHashMap<>();
        LocalDate first = from(root.get("inForce"));
        root.get("sources").members().forEach((id, node) -> {
            node.members("zh", "en", "from", "until");
            Source source = new Source(
                    new Text(node.get("zh").text(), node.get("en").text()),
                    node.get("from").date(),
                    node.find("until").map(DocumentNode::date).orElse(null));
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
        Source source = sources.get(id);
        if (source == null) {
            throw node.get("source")
                    .invalid(
                            "there is no source '" + id + "'",
                            "use one of " + String.join(", ", sources.keySet()) + ", or add it under sources");
        }
        return new LegalBasis(source.name(), text(node.get("article")));
    }

    private String digest() {
        Map<String, @Nullable Object> content = new TreeMap<>();
        content.put("standard", root.value());
        if (!whatIf.isEmpty()) {
            Map<String, @Nullable Object> settings = new TreeMap<>();
            whatIf.forEach((name, node) -> settings.put(name, node.value()));
            content.put("whatIf", settings);
        }
        return CanonicalJson.digest(CanonicalJson.of(content));
    }

    private static Map<String, Text> named(DocumentNode node) {
        Map<String, Text> names = new LinkedHashMap<>();
        node.members().forEach((id, name) -> names.put(id, text(name)));
        return names;
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
