package io.tongban.engine.comparison.diff;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.comparison.person.Domain;
import io.tongban.engine.comparison.person.Person;
import io.tongban.engine.comparison.person.Version;
import io.tongban.engine.deadline.Deadline;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Seeks, among the persons of one route, those whom two versions treat differently. */
final class WitnessSearch {

    /** So many are assessed side by side before one looks whether it is enough. */
    private static final int AT_ONCE = 256;

    private final Version before;
    private final Version after;
    private final String route;
    private final int most;
    private final Deadline deadline;
    private final Domain domain;
    private final Assessor assessor = new Assessor();

    WitnessSearch(Version before, Version after, String route, int most, Deadline deadline) {
        this.before = before;
        this.after = after;
        this.route = route;
        this.most = most;
        this.deadline = deadline;
        this.domain = Domain.of(List.of(before, after), route, deadline);
    }

    Witness of(String criterion) {
        return search(criterion, domain.around(criterion, most), treatment -> treatment.of(criterion));
    }

    Witness ofTheWhole() {
        return search(null, domain.aroundAll(most), Treatment::ofTheWhole);
    }

    private Witness search(
            @Nullable String criterion, Domain.Persons among, Function<Treatment, Treatment.Clarity> clarity) {
        Witness.@Nullable Found best = null;
        int tried = 0;
        while (tried < among.persons().size() && (best == null || best.clarity() != Treatment.Clarity.ALL_MET_OR_NOT)) {
            List<Person> next =
                    among.persons().subList(tried, Math.min(among.persons().size(), tried + AT_ONCE));
            List<Witness.Found> looked =
                    next.parallelStream().map(person -> found(person, clarity)).toList();
            for (Witness.Found found : looked) {
                boolean plainer = best == null
                        ? found.clarity() != Treatment.Clarity.NOT_AT_ALL
                        : found.clarity().compareTo(best.clarity()) > 0;
                if (plainer) {
                    best = found;
                }
            }
            tried += next.size();
        }
        return new Witness(
                route, criterion, best == null ? null : simplified(best, criterion, clarity), among.extent(), tried);
    }

    private Witness.Found simplified(
            Witness.Found found, @Nullable String criterion, Function<Treatment, Treatment.Clarity> clarity) {
        Person simplest =
                Simplification.of(found.person(), person -> treatment(person).isLike(found.treatment(), criterion));
        return found(simplest, clarity);
    }

    private Witness.Found found(Person person, Function<Treatment, Treatment.Clarity> clarity) {
        Treatment treatment = treatment(person);
        return new Witness.Found(person, treatment, clarity.apply(treatment));
    }

    private Treatment treatment(Person person) {
        deadline.check(route);
        return new Treatment(assessed(before, person), assessed(after, person));
    }

    private Treatment.@Nullable Made assessed(Version version, Person person) {
        if (version.standard().route(route).isEmpty()) {
            return null;
        }
        Facts facts = person.facts(version.standard(), route);
        return new Treatment.Made(facts, assessor.assess(version.standard(), route, facts));
    }
}
