package io.tongban.engine.comparison.lint;

import io.tongban.engine.comparison.LowerLayer;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.expression.MonthEnd;
import io.tongban.engine.library.Standards;
import io.tongban.engine.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks through standards, each with the layer that it stands on, and goes on where one is refused. */
public final class Linter {

    private final Function<String, Optional<String>> kept;
    private final int most;
    private final Deadline deadline;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<Finding> refusals = new LinkedHashSet<>();
    private final List<StandardReport> reports = new ArrayList<>();

    /** What was found in all standards on the same document, by the document's file. */
    private final Map<String, List<Set<Finding>>> idle = new HashMap<>();

    /**
     * A linter.
     *
     * @param kept the law texts, by their names in the library
     * @param most so many persons are tried for each criterion of each route
     */
    public Linter(Function<String, Optional<String>> kept, int most, Deadline deadline) {
        this.kept = kept;
        this.most = most;
        this.deadline = deadline;
    }

    /**
     * Looks at one standard; the document below it is null where it stands alone. Of a layer that is never in force alone only
     * what it says and cites is looked at: what it is for shows in the standards on it.
     */
    public void look(DocumentNode document, @Nullable DocumentNode lower) {
        List<DocumentNode> documents = lower == null ? List.of(document) : List.of(lower, document);
        List<Finding> found = new ArrayList<>();
        documents.forEach(written -> found.addAll(Languages.of(written)));
        if (lower != null) {
            found.addAll(RoomLeft.of(lower, document));
        }
        try {
            DocumentNode laid = Standards.laid(document, documents);
            found.addAll(Citations.of(laid, kept));
            if (!LowerLayer.isOnlyThat(document)) {
                Standards standards = Standards.of(documents);
                Standard standard = standards.all().getLast();
                Version version = new Version(standard, laid);
                found.addAll(Unused.of(version));
                found.addAll(ends(version));
                Unreached.Result reached = Unreached.of(
                        version, most, (settings, told) -> standards.whatIf(standard, settings, told), deadline);
                found.addAll(reached.findings());
                List<MonthEndPlace> monthEnds = new MonthEndSearch(
                                version, place -> standards.withOtherMonthEnd(standard, place), most, deadline)
                        .places();
                reports.add(
                        new StandardReport(standard.item() + " " + standard.version(), reached.branches(), monthEnds));
            }
        } catch (DocumentInvalid refused) {
            refused.mistakes().stream().map(Finding::flaw).forEach(refusals::add);
        }
        add(documents, found);
    }

    /** What is to be said of each standard that was looked at as a whole. */
    public List<StandardReport> reports() {
        return List.copyOf(reports);
    }

    /** Everything that was found, in the order of files and lines. */
    public List<Finding> findings() {
        Set<Finding> all = new LinkedHashSet<>(findings);
        idle.values().forEach(standards -> {
            Set<Finding> inAll = new LinkedHashSet<>(standards.getFirst());
            standards.forEach(inAll::retainAll);
            all.addAll(inAll);
        });
        // A refusal says nothing new where something was found.
        Set<String> places =
                all.stream().map(finding -> finding.at().toString()).collect(Collectors.toSet());
        refusals.stream()
                .filter(refusal -> !places.contains(refusal.at().toString()))
                .forEach(all::add);
        return all.stream().sorted(Finding.IN_ORDER).toList();
    }

    /** The criteria that add months to a date and do not say which day is meant where there is no corresponding one. */
    private static List<Finding> ends(Version version) {
        Written written = new Written(version.document());
        return version.standard().criteria().stream()
                .filter(criterion -> !criterion.monthEnds().stated()
                        && !criterion.monthEnds().places().isEmpty())
                .map(criterion -> Finding.note(
                        written.criterion(criterion.id()),
                        criterion.id()
                                + " adds months to a date and does not say which day is meant where the month has no"
                                + " such day: the last of the month is taken",
                        "add 'monthEnd: " + MonthEnd.LAST_DAY.word() + "' or '" + MonthEnd.DAY_AFTER.word()
                                + "' to its settings, and the article under basisOf"))
                .toList();
    }

    private void add(List<DocumentNode> documents, List<Finding> found) {
        for (DocumentNode document : documents) {
            Set<Finding> ofFile = new LinkedHashSet<>();
            for (Finding finding : found) {
                if (finding.file().equals(document.file())) {
                    (finding.scope() == Finding.Scope.HERE ? findings : ofFile).add(finding);
                }
            }
            idle.computeIfAbsent(document.file(), any -> new ArrayList<>()).add(ofFile);
        }
    }
}
