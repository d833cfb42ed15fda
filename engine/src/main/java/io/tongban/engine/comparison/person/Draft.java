package io.tongban.engine.comparison.person;

import io.tongban.engine.assessment.Residence;
import io.tongban.engine.papers.Paper;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person in the making. The choices of the dimensions are made in their order, the application date first, so that each
 * can reckon from those before it.
 */
final class Draft {

    LocalDate appliedOn = LocalDate.EPOCH;
    int recordAge;
    IdentityNumber.Kind identity = IdentityNumber.Kind.CITIZEN;
    LocalDate bornOn = LocalDate.EPOCH;
    boolean male = true;

    @Nullable
    LocalDate registeredOn;

    boolean waived;
    final Map<String, String> answers = new LinkedHashMap<>();
    final HistoryDraft history = new HistoryDraft();
    final List<Paper> papers = new ArrayList<>();
    private final Map<String, Map<String, String>> says = new LinkedHashMap<>();
    Person.Silence silence = Person.Silence.NONE;

    /** What the clerk reads in every paper of the kind that was brought. */
    void say(String kind, String key, String value) {
        says.computeIfAbsent(kind, any -> new LinkedHashMap<>()).put(key, value);
    }

    LocalDate recordAsOf() {
        return appliedOn.minusDays(recordAge);
    }

    LocalDate firstContributionDay() {
        return history.firstDay(YearMonth.from(recordAsOf()));
    }

    /** So many days after the day that is so many months before the application. */
    LocalDate before(int months, int days) {
        return appliedOn.minusMonths(months).plusDays(days);
    }

    Person person() {
        return new Person(
                appliedOn,
                recordAsOf(),
                InventedIdentity.number(bornOn, male, identity),
                new Residence(registeredOn, waived),
                answers,
                papers.stream().map(this::saying).toList(),
                history.rows(YearMonth.from(recordAsOf())),
                silence);
    }

    private Paper saying(Paper paper) {
        return new Paper(
                paper.kind(),
                paper.unit(),
                paper.unitName(),
                paper.from(),
                paper.until(),
                says.getOrDefault(paper.kind(), Map.of()));
    }
}
