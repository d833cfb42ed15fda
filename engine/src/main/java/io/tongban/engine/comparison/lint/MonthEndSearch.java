package io.tongban.engine.comparison.lint;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.CriterionResult;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.comparison.person.Person;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.document.Place;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Seeks, for each place where a standard adds months to a date, a person to whom it matters which day is meant. */
final class MonthEndSearch {

    private final Version version;
    private final Function<Place, Standard> withOtherDay;
    private final int most;
    private final Deadline deadline;
    private final Assessor assessor = new Assessor();

    /**
     * A search among so many persons for each criterion of each route.
     *
     * @param withOtherDay the standard in which the other day is meant in one place
     */
    MonthEndSearch(Version version, Function<Place, Standard> withOtherDay, int most, Deadline deadline) {
        this.version = version;
        this.withOtherDay = withOtherDay;
        this.most = most;
        this.deadline = deadline;
    }

    /** All places, in the order of the criteria. */
    List<MonthEndPlace> places() {
        Map<String, Domain> domains = new LinkedHashMap<>();
        List<MonthEndPlace> places = new ArrayList<>();
        for (Criterion criterion : version.standard().criteria()) {
            if (criterion.monthEnds().places().isEmpty()) {
                continue;
            }
            Map<String, Domain.Persons> persons = new LinkedHashMap<>();
            for (Route route : version.standard().routes()) {
                if (route.criteria().contains(criterion)) {
                    persons.put(
                            route.id(),
                            domains.computeIfAbsent(route.id(), id -> Domain.atMonthEnds(version, id, deadline))
                                    .around(criterion.id(), most));
                }
            }
            criterion.monthEnds().places().forEach(place -> places.add(place(criterion, place, persons)));
        }
        return places;
    }

    private MonthEndPlace place(Criterion criterion, Place place, Map<String, Domain.Persons> persons) {
        Standard otherwise = withOtherDay.apply(place);
        Optional<MonthEndPlace.Witness> plainest = persons.entrySet().stream()
                .flatMap(ofRoute -> ofRoute.getValue().persons().parallelStream()
                        .flatMap(person -> witness(criterion.id(), ofRoute.getKey(), person, otherwise))
                        .toList()
                        .stream())
                .reduce((one, next) -> next.clarity() > one.clarity() ? next : one); // of equals the first
        int tried = persons.values().stream()
                .mapToInt(ofRoute -> ofRoute.persons().size())
                .sum();
        return new MonthEndPlace(place, criterion.id(), criterion.monthEnds().stated(), tried, plainest.orElse(null));
    }

    private Stream<MonthEndPlace.Witness> witness(String criterion, String route, Person person, Standard otherwise) {
        deadline.check(criterion);
        Facts facts = person.facts(version.standard(), route);
        MonthEndPlace.Treated treated = treated(version.standard(), criterion, route, facts);
        MonthEndPlace.Treated otherwiseTreated = treated(otherwise, criterion, route, facts);
        return treated.equals(otherwiseTreated)
                ? Stream.empty()
                : Stream.of(new MonthEndPlace.Witness(person, facts.record() != null, treated, otherwiseTreated));
    }

    private MonthEndPlace.Treated treated(Standard standard, String criterion, String route, Facts facts) {
        Assessment assessment = assessor.assess(standard, route, facts);
        return new MonthEndPlace.Treated(
                assessment.criterion(criterion).map(CriterionResult::state).orElse(CriterionState.MET),
                assessment.outcome(),
                assessment.readyOn());
    }
}
