package io.tongban.engine.standard;

import io.tongban.engine.basis.LegalSource;
import io.tongban.engine.basis.Origin;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.rule.Text;
import io.tongban.engine.rule.Wording;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The published, versioned, dated rules of one service item.
 *
 * @param inForceFrom first day in force
 * @param inForceUntil last day in force, included; null: until replaced
 * @param layers the layers that it is made of, the upper first
 * @param criteria every criterion once, whichever routes ask for it
 * @param guide null where the standard says nothing for its guide
 */
public record Standard(
        StandardReference reference,
        Text name,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        List<Origin> layers,
        Words words,
        Questions questions,
        Terms terms,
        Responsibility responsibility,
        List<Criterion> criteria,
        List<Route> routes,
        @Nullable Guide guide) {

    public Standard {
        layers = List.copyOf(layers);
        criteria = List.copyOf(criteria);
        routes = List.copyOf(routes);
    }

    /**
     * What has a name in a standard.
     *
     * @param papers the kinds of papers that may be asked for
     * @param collective what a notice may name beside single papers, such as {@code employment-paper}
     * @param evidence what facts are read from, by the names of {@link Criterion#registers}
     * @param sources titles of the texts that it is based on
     * @param labels what a reader is told instead of an id: settings and their values, what papers say, layers, kinds of bodies
     */
    public record Words(
            Map<String, PaperKind> papers,
            Map<String, Text> collective,
            Map<String, Text> evidence,
            Map<String, LegalSource> sources,
            Map<String, Text> labels,
            Wording wording) {

        public Words {
            papers = Collections.unmodifiableMap(new LinkedHashMap<>(papers));
            collective = Collections.unmodifiableMap(new LinkedHashMap<>(collective));
            evidence = Map.copyOf(evidence);
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
            sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        }

        /**
         * One kind of paper.
         *
         * @throws IllegalArgumentException if there is no such kind; whoever brings papers was asked before
         */
        public PaperKind paper(String kind) {
            PaperKind paper = papers.get(kind);
            if (paper == null) {
                throw new IllegalArgumentException("there is no paper " + kind);
            }
            return paper;
        }
    }

    /**
     * Time limits and what the sources are asked.
     *
     * @param limits by name; {@code decision} and {@code review} are always there
     * @param lapseNoticeDays a paper that lapses within so many days of the application is announced
     * @param historyMonths how many months back the sources of contribution records are asked; 0 where none is
     * @param askedKinds the kinds of insurance that they are asked for
     */
    public record Terms(Map<String, Limit> limits, int lapseNoticeDays, int historyMonths, List<String> askedKinds) {

        public Terms {
            limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
            askedKinds = List.copyOf(askedKinds);
        }
    }

    public String item() {
        return reference.item();
    }

    public String version() {
        return reference.version();
    }

    public String digest() {
        return reference.digest();
    }

    public boolean isInForce(LocalDate on) {
        return !on.isBefore(inForceFrom) && (inForceUntil == null || !on.isAfter(inForceUntil));
    }

    /** The same, which ends on that day because another begins on the next; null: nothing follows yet. */
    public Standard endingOn(@Nullable LocalDate lastDay) {
        return new Standard(
                reference,
                name,
                inForceFrom,
                lastDay,
                layers,
                words,
                questions,
                terms,
                responsibility,
                criteria,
                routes,
                guide);
    }

    public Optional<Route> route(String id) {
        return routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    /** The criterion whose settings say how contribution months are counted; empty where none is. */
    public Optional<Criterion> counting() {
        return criteria.stream()
                .filter(criterion -> criterion.id().equals(Criterion.CONTRIBUTIONS))
                .findFirst();
    }

    /** The limit within which a decision is made, from the day of acceptance. */
    public Limit decisionLimit() {
        return limit("decision");
    }

    public Limit limit(String name) {
        return findLimit(name)
                .orElseThrow(() -> new IllegalArgumentException(item() + " " + version() + " has no limit " + name));
    }

    /** A limit that not every standard names. */
    public Optional<Limit> findLimit(String name) {
        return Optional.ofNullable(terms.limits().get(name));
    }

    /** The kinds of papers that this standard knows. */
    public Set<String> paperKinds() {
        return words.papers().keySet();
    }

    /** The names of kinds of insurance, as the labels of the setting have them; a kind without a label by its code. */
    public Text namesOfKinds(List<String> kinds) {
        return words.wording()
                .joined(kinds.stream()
                        .map(kind -> words.labels().getOrDefault(labelOfKind(kind), new Text(kind, kind)))
                        .toList());
    }

    /** The label that names a kind of insurance. */
    public static String labelOfKind(String kind) {
        return Criterion.CONTRIBUTIONS + "." + Settings.Counting.KINDS.id() + "." + kind;
    }

    /** The names of what a notice asks for. */
    public Text namesOf(List<NamedPaper> missing) {
        return words.wording().joined(missing.stream().map(this::nameOf).toList());
    }

    private Text nameOf(NamedPaper asked) {
        Text name = nameOfKind(asked.kind());
        String unit = asked.unit();
        return unit == null ? name : words.wording().ofUnit().with("name", name).with(Map.of("unit", unit));
    }

    private Text nameOfKind(String kind) {
        PaperKind paper = words.papers().get(kind);
        return paper == null ? words.collective().getOrDefault(kind, new Text(kind, kind)) : paper.name();
    }
}
