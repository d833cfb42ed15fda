package io.tongban.engine.comparison.person;

import io.tongban.engine.standard.Question;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** When a person applies, who the person is, since when registered, and with which answers. */
final class PersonalDimensions {

    static final String APPLICATION_DAY = "appliedOn";
    static final String DAY = "application day";

    private static final int ORDINARY_AGE = 30;
    private static final int OLDEST = 120;
    private static final int YEAR = 12;

    private final Borders borders;

    PersonalDimensions(Borders borders) {
        this.borders = borders;
    }

    List<Dimension> all() {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(applicationDay());
        if (borders.areRead("identity.valid") || borders.areRead("contributions.asked")) {
            Dimension.Choices choices = new Dimension.Choices()
                    .add("valid", draft -> draft.identity = IdentityNumber.Kind.CITIZEN)
                    .add("invalid", draft -> draft.identity = IdentityNumber.Kind.INVALID);
            if (borders.areRead("identity.otherDocument")) {
                choices.add("of another document", draft -> draft.identity = IdentityNumber.Kind.OTHER_DOCUMENT);
            }
            dimensions.add(choices.named("identity.valid", "identity number"));
        }
        dimensions.add(birth());
        if (borders.areRead("identity.sex")) {
            dimensions.add(new Dimension.Choices()
                    .add("male", draft -> draft.male = true)
                    .add("female", draft -> draft.male = false)
                    .named("identity.sex", "sex"));
        }
        dimensions.add(registration());
        if (borders.areRead("residence.waived")) {
            dimensions.add(new Dimension.Choices()
                    .add("no", draft -> draft.waived = false)
                    .add("yes", draft -> draft.waived = true)
                    .named("residence.waived", "residence waived"));
        }
        dimensions.addAll(answers());
        return dimensions;
    }

    private Dimension applicationDay() {
        Dimension.Choices choices = new Dimension.Choices();
        borders.days().forEach(day -> applied(choices, day));
        borders.oddDays().forEach(day -> applied(choices, day));
        for (Integer months : borders.contributions("months")) {
            for (YearMonth border : areaBorders()) {
                for (int off = -1; off <= 1; off++) {
                    applied(choices, border.plusMonths(months + off).atDay(20));
                }
            }
        }
        LocalDate ordinary = borders.ordinaryDay();
        for (Integer postingDay : borders.contributions("postingDay")) {
            for (Integer within : borders.contributions("settleWithin")) {
                YearMonth next = YearMonth.from(ordinary).plusMonths(1);
                LocalDate posts = next.atDay(Math.min(postingDay, next.lengthOfMonth()));
                for (int off = -1; off <= 1; off++) {
                    applied(choices, posts.minusDays(within + off));
                }
            }
        }
        return choices.named(APPLICATION_DAY, DAY);
    }

    private static void applied(Dimension.Choices choices, LocalDate day) {
        choices.add(day.toString(), draft -> draft.appliedOn = day);
    }

    private Set<YearMonth> areaBorders() {
        Set<YearMonth> months = new TreeSet<>();
        borders.areas().stream().flatMap(List::stream).forEach(area -> {
            if (area.first() != null) {
                months.add(area.first());
            }
            if (area.last() != null) {
                months.add(area.last().plusMonths(1));
            }
        });
        return months;
    }

    private Dimension birth() {
        Dimension.Choices choices = new Dimension.Choices();
        if (!borders.areRead("identity.bornOn")) {
            choices.add(ORDINARY_AGE + " years before", draft -> draft.bornOn = draft.before(ORDINARY_AGE * YEAR, 0));
            return choices.named("identity.bornOn", "birth");
        }
        Set<Integer> years = new TreeSet<>(borders.figuresOf("identity.bornOn"));
        years.removeIf(figure -> figure > OLDEST);
        Set<Integer> months = new TreeSet<>();
        years.forEach(figure -> months.add(figure * YEAR));
        borders.figuresOf("identity.bornOn").stream()
                .filter(figure -> figure <= OLDEST * YEAR)
                .forEach(months::add);
        choices.add(ORDINARY_AGE + " years before", draft -> draft.bornOn = draft.before(ORDINARY_AGE * YEAR, 0));
        months.stream()
                .sorted()
                .map(figure -> figure + YEAR)
                .filter(figure -> figure <= OLDEST * YEAR)
                .forEach(figure -> born(choices, figure, 0));
        months.forEach(figure -> {
            for (int day = -1; day <= 1; day++) {
                born(choices, figure, day);
            }
        });
        return choices.named("identity.bornOn", "birth");
    }

    private static void born(Dimension.Choices choices, int months, int days) {
        choices.add(words(months, days), draft -> draft.bornOn = draft.before(months, days));
    }

    private Dimension registration() {
        Set<Integer> figures = borders.figuresOf("residence");
        int longAgo = figures.stream().mapToInt(Integer::intValue).max().orElse(0) + 2 * YEAR;
        Dimension.Choices choices =
                new Dimension.Choices().add(words(longAgo, 0), draft -> draft.registeredOn = draft.before(longAgo, 0));
        if (borders.areRead("residence")) {
            choices.add("none", draft -> draft.registeredOn = null);
            dayBorders(figures, choices, (draft, day) -> draft.registeredOn = day);
        }
        return choices.named("residence", "residence registration");
    }

    /** Days so many months, or so many days, before the application, and the days around them. */
    private static void dayBorders(
            Set<Integer> figures, Dimension.Choices choices, BiConsumer<Draft, LocalDate> effect) {
        for (Integer figure : figures) {
            for (int day = -2; day <= 2; day++) {
                int off = day;
                choices.add(words(figure, off), draft -> effect.accept(draft, draft.before(figure, off)));
            }
            choices.add(
                    "the last day of the month " + figure + " months before",
                    draft -> effect.accept(
                            draft, YearMonth.from(draft.before(figure, 0)).atEndOfMonth()));
        }
    }

    private List<Dimension> answers() {
        Map<String, Question> questions = new LinkedHashMap<>();
        borders.versions()
                .forEach(version ->
                        version.questions().all().forEach(question -> questions.putIfAbsent(question.id(), question)));
        List<Dimension> dimensions = new ArrayList<>();
        questions.forEach((id, question) -> {
            if (borders.areRead("answers." + id) || borders.areRead("answered." + id)) {
                dimensions.add(answer(question));
            }
        });
        return dimensions;
    }

    private Dimension answer(Question question) {
        Dimension.Choices choices = new Dimension.Choices();
        String id = question.id();
        switch (question.kind()) {
            case FLAG -> List.of("true", "false").forEach(value -> given(choices, id, value));
            case NUMBER -> numbers(question).forEach(value -> given(choices, id, value.toString()));
            case DATE ->
                dayBorders(
                        borders.figuresOf("answers." + id),
                        choices.add("on the day", draft -> draft.answers.put(id, draft.appliedOn.toString())),
                        (draft, day) -> draft.answers.put(id, day.toString()));
            case WORD -> allowedInAnyVersion(id).forEach(value -> given(choices, id, value));
        }
        choices.add("not given", draft -> draft.answers.remove(id));
        return choices.named("answers." + id, "answer " + id);
    }

    private static void given(Dimension.Choices choices, String id, String value) {
        choices.add(value, draft -> draft.answers.put(id, value));
    }

    private Set<String> allowedInAnyVersion(String id) {
        Set<String> allowed = new LinkedHashSet<>();
        borders.versions()
                .forEach(version ->
                        version.questions().find(id).ifPresent(question -> allowed.addAll(question.allowed())));
        return allowed;
    }

    /** The figures of the criteria that read it, one below and one above, and the ends of what is allowed. */
    private Set<Integer> numbers(Question question) {
        Set<Integer> numbers = new TreeSet<>(List.of(question.smallest(), question.largest()));
        borders.figuresOf("answers." + question.id())
                .forEach(figure -> numbers.addAll(List.of(figure - 1, figure, figure + 1)));
        numbers.removeIf(number -> number < question.smallest() || number > question.largest());
        return numbers;
    }

    private static String words(int months, int days) {
        String back = months % YEAR == 0 ? months / YEAR + " years" : months + " months";
        return back + " before" + (days == 0 ? "" : " " + (days > 0 ? "+" : "") + days + " days");
    }
}
