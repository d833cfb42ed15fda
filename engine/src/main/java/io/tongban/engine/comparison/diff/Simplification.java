package io.tongban.engine.comparison.diff;

import io.tongban.engine.assessment.Residence;
import io.tongban.engine.comparison.person.Person;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.papers.Paper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes from a person whatever does not matter: papers, their dates, answers, contribution months. */
final class Simplification {

    private static final int YEARS_REGISTERED = 2;

    private Simplification() {}

    /** The simplest person to be had by taking away one thing after another while what is to be kept still holds. */
    static Person of(Person person, Predicate<Person> kept) {
        Person current = person;
        Optional<Person> simpler = simpler(current, kept);
        while (simpler.isPresent()) {
            current = simpler.get();
            simpler = simpler(current, kept);
        }
        return current;
    }

    private static Optional<Person> simpler(Person person, Predicate<Person> kept) {
        return candidates(person).stream()
                .filter(candidate -> !candidate.equals(person))
                .filter(kept)
                .findFirst();
    }

    private static List<Person> candidates(Person person) {
        List<Person> candidates = new ArrayList<>();
        candidates.add(person.with(Person.Silence.NONE));
        candidates.add(person.withRecordAsOf(person.appliedOn()));
        candidates.add(person.with(new Residence(person.appliedOn().minusYears(YEARS_REGISTERED), false)));
        candidates.add(person.with(new Residence(person.residence().registeredOn(), false)));
        for (String question : person.answers().keySet()) {
            Map<String, String> answers = new LinkedHashMap<>(person.answers());
            answers.remove(question);
            candidates.add(person.withAnswers(answers));
        }
        candidates.add(person.withRows(List.of()));
        for (String kind : kinds(person)) {
            candidates.add(person.withRows(person.rows().stream()
                    .filter(row -> !row.kind().equals(kind))
                    .toList()));
        }
        candidates.add(person.withRows(ofOneUnit(person.rows())));
        for (Paper paper : person.papers()) {
            candidates.add(person.withPapers(replaced(person.papers(), paper, List.of())));
        }
        for (Paper paper : person.papers()) {
            for (Paper simpler : List.of(
                    new Paper(paper.kind(), paper.unit(), paper.from(), paper.until()),
                    new Paper(paper.kind(), paper.unit(), paper.unitName(), null, null, paper.says()),
                    new Paper(paper.kind(), paper.unit(), paper.unitName(), paper.from(), null, paper.says()))) {
                candidates.add(person.withPapers(replaced(person.papers(), paper, List.of(simpler))));
            }
        }
        if (!person.rows().isEmpty()) {
            List<ContributionRow> younger =
                    person.rows().subList(1, person.rows().size());
            candidates.add(person.withRows(younger));
        }
        return candidates;
    }

    /** The kinds of insurance that the person has rows of, in the order in which they come. */
    private static List<String> kinds(Person person) {
        return person.rows().stream().map(ContributionRow::kind).distinct().toList();
    }

    /** All months from the unit of the youngest. */
    private static List<ContributionRow> ofOneUnit(List<ContributionRow> rows) {
        return rows.stream()
                .map(row -> new ContributionRow(
                        row.month(),
                        row.kind(),
                        rows.getLast().unit(),
                        rows.getLast().unitName(),
                        rows.getLast().unitKind(),
                        row.area(),
                        row.type(),
                        row.base(),
                        row.amount(),
                        row.posted(),
                        row.postedMonth()))
                .toList();
    }

    private static List<Paper> replaced(List<Paper> papers, Paper paper, List<Paper> by) {
        List<Paper> replaced = new ArrayList<>();
        papers.forEach(known -> replaced.addAll(known.equals(paper) ? by : List.of(known)));
        return replaced;
    }
}
