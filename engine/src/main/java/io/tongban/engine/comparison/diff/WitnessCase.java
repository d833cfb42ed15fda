package io.tongban.engine.comparison.diff;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.CriterionResult;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.comparison.person.Person;
import io.tongban.engine.comparison.person.RowSpan;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.NamedPaper;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A witness as cases of a suite, one for each version, so that {@code standards test} confirms it. */
final class WitnessCase {

    private static final String UNAVAILABLE = "  source: unavailable";

    private WitnessCase() {}

    /** The lines of the two cases, to stand under {@code cases}; one case where only one version has the route. */
    static List<String> of(Witness witness) {
        Witness.Found found = witness.found();
        if (found == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Treatment.Made made : found.treatment().made()) {
            lines.addAll(of(witness, found.person(), made.facts(), made.assessment()));
        }
        return lines;
    }

    private static List<String> of(Witness witness, Person person, Facts facts, Assessment assessment) {
        String about = witness.criterion() == null ? "outcome" : witness.criterion();
        String version = assessment.standard().version();
        List<String> lines = new ArrayList<>();
        lines.add("- id: " + quoted(witness.route() + "-" + about + "-" + version));
        lines.add("  title: " + quoted("treated differently by two versions: " + about));
        lines.add("  standard: " + assessment.standard().item());
        lines.add("  version: " + quoted(version));
        lines.add("  route: " + witness.route());
        lines.add("  appliedOn: " + quoted(person.appliedOn()));
        lines.add("  recordAsOf: " + quoted(person.recordAsOf()));
        lines.add("  applicant: {idNumber: " + quoted(person.idNumber()) + "}");
        lines.add("  residence: " + residence(person));
        if (!facts.answers().isEmpty()) {
            lines.add("  answers: " + flow(facts.answers()));
        }
        List<Paper> papers = facts.papers() == null ? List.of() : facts.papers();
        lines.add("  papers:" + (papers.isEmpty() ? " []" : ""));
        papers.forEach(paper -> lines.add("  - " + paper(paper)));
        lines.add("  records:" + (person.rows().isEmpty() ? " []" : ""));
        RowSpan.of(person.rows()).forEach(span -> lines.add("  - " + flow(row(span))));
        boolean notAsked = assessment.run() != null && facts.record() == null; // about such a number nobody is
        lines.addAll(notAsked ? List.of(UNAVAILABLE) : silence(person));
        lines.addAll(expected(witness, assessment));
        return lines;
    }

    private static List<String> silence(Person person) {
        String areas = list(person.silence().areas());
        YearMonth thisMonth = YearMonth.from(person.recordAsOf());
        return switch (person.silence().extent()) {
            case NOWHERE -> List.of();
            case OF_AREAS -> List.of("  silentAreas: " + areas);
            case OF_AREAS_THIS_MONTH ->
                Stream.concat(
                                Stream.of("  silent:"),
                                person.silence().areas().stream()
                                        .map(area ->
                                                "  - {area: " + quoted(area) + ", months: " + quoted(thisMonth) + "}"))
                        .toList();
            case EVERYWHERE -> List.of(UNAVAILABLE);
            case PERSON_UNKNOWN -> List.of("  unknownAt: all");
        };
    }

    private static List<String> expected(Witness witness, Assessment assessment) {
        Map<String, String> states = new LinkedHashMap<>();
        assessment.criteria().forEach(result -> states.put(result.id(), state(result)));
        String criterion = witness.criterion();
        if (criterion != null && !states.containsKey(criterion)) {
            states.put(criterion, "null");
        }
        return List.of(
                "  expect:",
                "    outcome: " + assessment.outcome(),
                "    criteria: "
                        + states.entrySet().stream()
                                .map(state -> state.getKey() + ": " + state.getValue())
                                .collect(Collectors.joining(", ", "{", "}")),
                "    readyOn: " + (assessment.readyOn() == null ? "null" : quoted(assessment.readyOn())),
                "    missing: "
                        + list(assessment.missing().stream()
                                .map(NamedPaper::toString)
                                .toList()));
    }

    private static String state(CriterionResult result) {
        return result.state().name();
    }

    private static String residence(Person person) {
        Map<String, String> members = new LinkedHashMap<>();
        if (person.residence().registeredOn() != null) {
            members.put("registeredOn", person.residence().registeredOn().toString());
        }
        if (person.residence().waived()) {
            members.put("waived", "true");
        }
        return flow(members);
    }

    private static String paper(Paper paper) {
        Map<String, String> members = new LinkedHashMap<>();
        put(members, "kind", paper.kind());
        put(members, "unit", paper.unit());
        put(members, "unitName", paper.unitName());
        put(members, "from", paper.from());
        put(members, "until", paper.until());
        String plain = flow(members);
        return paper.says().isEmpty()
                ? plain
                : plain.substring(0, plain.length() - 1) + ", says: " + flow(new TreeMap<>(paper.says())) + "}";
    }

    private static Map<String, String> row(RowSpan span) {
        ContributionRow row = span.row();
        Map<String, String> members = new LinkedHashMap<>();
        members.put("months", span.months());
        put(members, "kind", row.kind());
        put(members, "unit", row.unit());
        put(members, "unitKind", row.unitKind());
        put(members, "area", row.area());
        put(members, "type", row.type());
        put(members, "base", row.base());
        put(members, "amount", row.amount());
        put(members, "posted", row.posted().code());
        put(members, "postedMonth", row.postedMonth());
        return members;
    }

    private static void put(Map<String, String> members, String key, @Nullable Object value) {
        if (value != null) {
            members.put(key, value.toString());
        }
    }

    private static String flow(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> member.getKey() + ": " + quoted(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String list(List<String> values) {
        return values.stream().map(WitnessCase::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** In single quotes, where only the quote itself must be doubled. */
    private static String quoted(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }
}
