package io.tongban.engine.comparison.person;

import io.tongban.engine.papers.Paper;
import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.Question;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Narrows the dimensions of a route to what matters where a date plus months has no corresponding day: dates at the ends of long
 * months, and applications on the days around the ends of short ones.
 */
final class MonthEndDimensions {

    private static final int YEARS_LOOKED_AT = 5;
    private static final int MOST_MONTHS = 1440;
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int DAYS_OF_EVERY_MONTH = 28;

    private final Borders borders;

    MonthEndDimensions(Borders borders) {
        this.borders = borders;
    }

    /** The dimension with such days beside its first value; of what is no date nothing but that, unless it is said or answered. */
    Dimension at(Dimension ordinary) {
        String topic = ordinary.topic();
        return switch (topic) {
            case PersonalDimensions.APPLICATION_DAY -> applicationDays(ordinary);
            case Criterion.CONTRIBUTIONS -> isPostingDayLate() ? ordinary : ordinary.first(1);
            case "identity.bornOn" -> days(ordinary, (draft, day) -> draft.bornOn = day);
            case "residence" -> days(ordinary, (draft, day) -> draft.registeredOn = day);
            default -> {
                if (topic.equals(PaperDimensions.TOPIC + ordinary.name())) {
                    yield papers(ordinary);
                }
                yield question(topic)
                        .filter(question -> question.kind() == Question.Kind.DATE)
                        .map(question ->
                                days(ordinary, (draft, day) -> draft.answers.put(question.id(), day.toString())))
                        .orElse(ordinary);
            }
        };
    }

    /** A month may have no such day. */
    private boolean isPostingDayLate() {
        return borders.contributions("postingDay").stream().anyMatch(day -> day > DAYS_OF_EVERY_MONTH);
    }

    private Optional<Question> question(String topic) {
        return borders.versions().stream()
                .flatMap(version -> version.questions().all().stream())
                .filter(question -> topic.equals("answers." + question.id()))
                .findFirst();
    }

    /** For each figure, in each version, the last days of the first month that is too short, and the day after. */
    private Dimension applicationDays(Dimension ordinary) {
        Dimension.Choices choices = new Dimension.Choices();
        for (Standard version : borders.versions()) {
            for (int months : figures()) {
                tooShort(version, months)
                        .ifPresent(month -> Stream.of(-1, 0, 1)
                                .map(off -> month.atEndOfMonth().plusDays(off))
                                .forEach(day -> choices.add(day.toString(), draft -> draft.appliedOn = day)));
            }
        }
        return choices.isEmpty() ? ordinary.first(1) : choices.named(ordinary.topic(), ordinary.name());
    }

    /** All figures after which a date may have no corresponding day. */
    private Set<Integer> figures() {
        Set<Integer> figures = new TreeSet<>();
        borders.criteria().stream()
                .filter(criterion -> !criterion.monthEnds().places().isEmpty())
                .forEach(criterion -> figures.addAll(Borders.figuresOf(criterion)));
        return months(figures);
    }

    /** Of some figures those that can be months. */
    private static Set<Integer> months(Set<Integer> figures) {
        Set<Integer> months = new TreeSet<>(figures);
        months.removeIf(figure -> figure < 1 || figure > MOST_MONTHS);
        return months;
    }

    private static Optional<YearMonth> tooShort(Standard version, int months) {
        LocalDate until = version.inForceUntil();
        YearMonth last = YearMonth.from(until == null ? version.inForceFrom().plusYears(YEARS_LOOKED_AT) : until);
        return Stream.iterate(
                        YearMonth.from(version.inForceFrom()),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .filter(month ->
                        month.lengthOfMonth() < month.minusMonths(months).lengthOfMonth())
                .findFirst();
    }

    private Dimension days(Dimension ordinary, BiConsumer<Draft, LocalDate> effect) {
        Dimension.Choices choices = ordinary.first(1).more();
        for (int months : months(borders.figuresOf(ordinary.topic()))) {
            choices.add(words(months), draft -> effect.accept(draft, start(draft, months)));
            choices.add(
                    "a year more than " + months + " months before",
                    draft -> effect.accept(draft, draft.before(months + MONTHS_OF_A_YEAR, 0)));
        }
        return choices.named(ordinary.topic(), ordinary.name());
    }

    private Dimension papers(Dimension ordinary) {
        Dimension.Choices choices = ordinary.first(2).more();
        String kind = ordinary.name();
        for (PaperAsked asked : borders.papers(kind)) {
            String unit = asked.contract() ? HistoryDraft.EMPLOYER : null;
            if (asked.ageMonths() > 0) {
                choices.add(
                        "from " + words(asked.ageMonths()),
                        draft -> draft.papers.add(new Paper(kind, unit, start(draft, asked.ageMonths()), null)));
            }
            if (asked.termMonths() > 0) {
                choices.add("for " + asked.termMonths() + " months from " + words(asked.termMonths()), draft -> {
                    LocalDate first = start(draft, asked.termMonths());
                    draft.papers.add(new Paper(
                            kind,
                            unit,
                            first,
                            first.plusMonths(asked.termMonths()).minusDays(1)));
                });
            }
        }
        return choices.named(ordinary.topic(), ordinary.name());
    }

    /** The last day of the month that is so many months before that in which the day before the application lies. */
    private static LocalDate start(Draft draft, int months) {
        return YearMonth.from(draft.appliedOn.minusDays(1)).minusMonths(months).atEndOfMonth();
    }

    private static String words(int months) {
        return "the end of the month " + months + " months before";
    }
}
