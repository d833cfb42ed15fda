package io.tongban.engine.comparison.diff;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.comparison.person.PersonText;
import io.tongban.engine.rule.NamedPaper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a difference for people. */
public final class DifferenceText {

    private static final int STATE_WIDTH = 14;

    private final Difference difference;
    private final String before;
    private final String after;
    private final PrintWriter out;

    public DifferenceText(Difference difference, PrintWriter out) {
        this.difference = difference;
        this.before = difference.before().standard().version();
        this.after = difference.after().standard().version();
        this.out = out;
    }

    public void print() {
        out.println(difference.before().standard().item() + ": " + before + " -> " + after);
        if (difference.isNone()) {
            out.println("Nothing is written differently.");
            return;
        }
        out.println();
        out.println("What is written differently (- " + before + ", + " + after + ")");
        sections().forEach(this::section);
        out.println();
        out.println("Who is treated differently");
        if (difference.witnesses().isEmpty()) {
            out.println("  Nobody: no criterion decides differently.");
        }
        difference.witnesses().forEach(this::witness);
    }

    private Map<String, List<Change>> sections() {
        Map<String, List<Change>> sections = new LinkedHashMap<>();
        difference
                .changes()
                .forEach(change -> sections.computeIfAbsent(heading(change), any -> new ArrayList<>())
                        .add(change));
        return sections;
    }

    private String heading(Change change) {
        return change.isOfCriterion()
                ? "criterion " + change.criterion()
                : change.path().getFirst();
    }

    private void section(String heading, List<Change> changes) {
        out.println("  " + heading);
        for (Change change : changes) {
            List<String> rest = change.path()
                    .subList(change.isOfCriterion() ? 2 : 1, change.path().size());
            String at = rest.isEmpty() ? "" : String.join(".", rest) + ": ";
            if (change.before() != null) {
                out.println("    - " + at + change.before());
            }
            if (change.after() != null) {
                out.println("    + " + at + change.after());
            }
        }
    }

    private void witness(Witness witness) {
        out.println();
        out.println("  route " + witness.route() + ", "
                + (witness.criterion() == null ? "the outcome" : "criterion " + witness.criterion()));
        Witness.Found found = witness.found();
        if (found == null) {
            out.println("    no such person within the bound: " + bound(witness.bound()));
            return;
        }
        boolean withRecord =
                found.treatment().made().stream().anyMatch(made -> made.facts().record() != null);
        PersonText.of(found.person(), withRecord).forEach(line -> out.println("    " + line));
        treatment(witness.criterion(), found.treatment());
        out.println("    (found among the first " + witness.tried() + " of "
                + witness.bound().persons() + " persons)");
    }

    private void treatment(@Nullable String criterion, Treatment treatment) {
        row("", before, after);
        row("outcome", treatment, Assessment::outcome);
        row("ready on", treatment, Assessment::readyOn);
        row(
                "missing",
                treatment,
                assessment ->
                        assessment.missing().stream().map(NamedPaper::toString).collect(Collectors.joining(" ")));
        Set<String> ids = new LinkedHashSet<>();
        treatment.made().forEach(made -> made.assessment().criteria().forEach(result -> ids.add(result.id())));
        for (String id : ids) {
            String old = shown(treatment.before(), assessment -> state(assessment, id));
            String now = shown(treatment.after(), assessment -> state(assessment, id));
            if (id.equals(criterion) || !old.equals(now)) {
                row(id, old, now);
            }
        }
    }

    private static String state(Assessment assessment, String criterion) {
        return assessment
                .criterion(criterion)
                .map(result -> result.state() + (result.metOn() == null ? "" : " (met on " + result.metOn() + ")"))
                .orElse("not asked");
    }

    private void row(String name, Treatment treatment, Function<Assessment, @Nullable Object> figure) {
        row(name, shown(treatment.before(), figure), shown(treatment.after(), figure));
    }

    private static String shown(Treatment.@Nullable Made made, Function<Assessment, @Nullable Object> figure) {
        return made == null ? "no such route" : Objects.toString(figure.apply(made.assessment()), "unknown");
    }

    private void row(String name, String old, String now) {
        String shown = old.isEmpty() ? "nothing" : old;
        out.printf("      %-20s %-" + 2 * STATE_WIDTH + "s %s%n", name, shown, now.isEmpty() ? "nothing" : now);
    }

    private static String bound(Domain.Extent extent) {
        return extent.persons() + " persons, " + extent.words();
    }
}
