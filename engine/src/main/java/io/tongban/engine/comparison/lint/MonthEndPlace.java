package io.tongban.engine.comparison.lint;

import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.comparison.person.Person;
import io.tongban.engine.comparison.person.PersonText;
import io.tongban.engine.document.Place;
import io.tongban.engine.rule.CriterionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place where a standard adds months to a date, and whom it matters to which day is meant where there is no corresponding one.
 *
 * @param tried how many persons were tried
 * @param witness null: there is nobody among them
 */
record MonthEndPlace(
        Place place,
        String criterion,
        boolean stated,
        int tried,
        @Nullable Witness witness) {

    /** What a person comes to. */
    record Treated(
            CriterionState state, Outcome outcome, @Nullable LocalDate readyOn) {}

    /** A person to whom it matters: what they come to under the standard as it is, and with the other day. */
    record Witness(Person person, boolean withRecord, Treated treated, Treated otherwise) {

        List<String> changes(String criterion) {
            List<String> changes = new ArrayList<>();
            if (treated.state() != otherwise.state()) {
                changes.add(criterion + " is " + otherwise.state() + " instead of " + treated.state());
            }
            if (treated.outcome() != otherwise.outcome()) {
                changes.add("the outcome " + otherwise.outcome() + " instead of " + treated.outcome());
            }
            if (!Objects.equals(treated.readyOn(), otherwise.readyOn())) {
                changes.add("the ready date " + otherwise.readyOn() + " instead of " + treated.readyOn());
            }
            return changes;
        }

        /** How plainly it shows; the more the plainer. */
        int clarity() {
            if (treated.outcome() != otherwise.outcome()) {
                return 2;
            }
            return treated.state() == otherwise.state() ? 0 : 1;
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(place + ": " + where() + (stated ? "" : ", where nothing says the day: the last of the month"));
        if (witness == null) {
            lines.add("  the other day changes nothing for any of the " + tried + " persons tried");
            return lines;
        }
        lines.add("  with the other day " + String.join(", ", witness.changes(criterion)) + ", for one who");
        PersonText.of(witness.person(), witness.withRecord()).forEach(line -> lines.add("    " + line));
        return lines;
    }

    /** The criterion, and the keys inside it that lead to the place. */
    private String where() {
        String path = place.path();
        int inside = path.indexOf("].");
        return criterion + (inside < 0 ? ", " + path : ", " + path.substring(inside + 2));
    }
}
