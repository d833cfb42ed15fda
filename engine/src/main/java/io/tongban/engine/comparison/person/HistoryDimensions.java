package io.tongban.engine.comparison.person;

import io.tongban.engine.standard.Criterion;
import io.tongban.engine.standard.DatedArea;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a person's contribution record may look like around the borders of the criterion {@code contributions}. */
final class HistoryDimensions {

    private static final String NOWHERE = "330212";
    private static final List<String> ALL_KINDS = List.of("11", "21", "31", "41", "51");

    private static final String AREA = "area of the contributions";
    private static final String AGE = "age of the record";
    private static final String PAID = "paid months";
    private static final String YOUNGEST = "youngest months";
    private static final String GAP = "gap";
    private static final String SILENT = "silent sources";

    private final Borders borders;

    HistoryDimensions(Borders borders) {
        this.borders = borders;
    }

    /** None where no version of the route looks at contributions. */
    List<Dimension> all() {
        if (borders.contributions("months").isEmpty()) {
            return List.of();
        }
        return List.of(recordAge(), area(), kind(), paid(), tail(), gap(), late(), announced(), work(), silence());
    }

    /**
     * What only several things at once bring about: these values of dimensions, and those dimensions all of whose values are to
     * be tried with them.
     */
    record Together(Map<String, String> values, List<String> tried) {}

    /**
     * An area that not every version counts for every month, with every day and number of months; a pending month that is needed,
     * with every age of the record; and what else there is where nothing was paid.
     */
    List<Together> together() {
        List<Together> together = new ArrayList<>();
        if (!borders.areas().isEmpty()) {
            oddAreas()
                    .forEach(area ->
                            together.add(new Together(Map.of(AREA, area), List.of(PersonalDimensions.DAY, PAID))));
        }
        for (int months : borders.contributions("months")) {
            for (Tail tail : List.of(Tail.LAST_PENDING, Tail.THIS_PENDING, Tail.BOTH_PENDING)) {
                int needed = Math.max(0, months - (tail == Tail.BOTH_PENDING ? 2 : 1));
                together.add(new Together(
                        Map.of(PAID, months(needed), YOUNGEST, tail.words()), List.of(PersonalDimensions.DAY, AGE)));
            }
            together.add(new Together(Map.of(PAID, months(0)), List.of(YOUNGEST, GAP, SILENT)));
        }
        return together;
    }

    private static String months(int count) {
        return count + " months";
    }

    private Dimension recordAge() {
        Dimension.Choices choices = new Dimension.Choices().add("0 days", draft -> draft.recordAge = 0);
        around(borders.contributions("recordMaxAge"))
                .forEach(age -> choices.add(age + " days", draft -> draft.recordAge = age));
        choices.add("-1 day", draft -> draft.recordAge = -1);
        return choices.named(Criterion.CONTRIBUTIONS, AGE);
    }

    private Dimension area() {
        Dimension.Choices choices = new Dimension.Choices();
        List<String> areas = new ArrayList<>(List.of(ordinaryArea()));
        areas.addAll(oddAreas());
        areas.add(NOWHERE);
        areas.forEach(area -> choices.add(area, draft -> draft.history.area = area));
        return choices.named(Criterion.CONTRIBUTIONS, AREA);
    }

    /** The first area that every version counts for every month, else the first. */
    private String ordinaryArea() {
        List<List<DatedArea>> versions = borders.areas();
        Set<String> odd = oddAreas();
        return versions.stream()
                .flatMap(List::stream)
                .map(DatedArea::area)
                .filter(area -> !odd.contains(area))
                .findFirst()
                .orElseGet(() -> versions.getFirst().getFirst().area());
    }

    /** The areas that not every version counts, or not for every month. */
    private Set<String> oddAreas() {
        List<List<DatedArea>> versions = borders.areas();
        Set<String> odd = new LinkedHashSet<>();
        for (List<DatedArea> areas : versions) {
            for (DatedArea area : areas) {
                boolean everywhere = versions.stream().allMatch(other -> other.contains(area));
                if (!everywhere || area.first() != null || area.last() != null) {
                    odd.add(area.area());
                }
            }
        }
        return odd;
    }

    private Dimension kind() {
        List<List<String>> versions = borders.kinds();
        List<String> counted =
                versions.stream().flatMap(List::stream).distinct().toList();
        List<String> byAll = counted.stream()
                .filter(kind -> versions.stream().allMatch(kinds -> kinds.contains(kind)))
                .toList();
        List<String> kinds = new ArrayList<>(byAll.isEmpty() ? counted : byAll.subList(0, 1));
        kinds.addAll(counted);
        ALL_KINDS.stream().filter(kind -> !counted.contains(kind)).limit(1).forEach(kinds::add);
        Dimension.Choices choices = new Dimension.Choices();
        if (borders.needEachKind()) {
            addKinds(choices, counted);
            counted.forEach(kind -> addKinds(
                    choices,
                    counted.stream().filter(other -> !other.equals(kind)).toList()));
        }
        kinds.forEach(kind -> addKinds(choices, List.of(kind)));
        return choices.named(Criterion.CONTRIBUTIONS, "kind of insurance");
    }

    private static void addKinds(Dimension.Choices choices, List<String> kinds) {
        if (!kinds.isEmpty()) {
            choices.add(String.join(", ", kinds), draft -> draft.history.kinds = kinds);
        }
    }

    private Dimension paid() {
        Set<Integer> months = borders.contributions("months");
        List<Integer> paid = new ArrayList<>(
                List.of(months.stream().mapToInt(Integer::intValue).max().orElseThrow()));
        paid.add(0);
        paid.addAll(around(months));
        months.forEach(count -> paid.add(Math.max(0, count - 2)));
        paid.add(1);
        paid.addAll(around(borders.contributions("windowMonths")));
        Dimension.Choices choices = new Dimension.Choices();
        paid.forEach(count -> choices.add(months(count), draft -> draft.history.paidMonths = count));
        return choices.named(Criterion.CONTRIBUTIONS, PAID);
    }

    private Dimension tail() {
        Dimension.Choices choices = new Dimension.Choices();
        for (Tail tail : Tail.values()) {
            choices.add(tail.words(), draft -> draft.history.tail = tail);
        }
        around(borders.contributions("endsWithin")).stream()
                .filter(months -> months > 0)
                .forEach(months -> choices.add(
                        "paid to " + months + " months before the record's",
                        draft -> draft.history.endedMonthsBefore = months));
        return choices.named(Criterion.CONTRIBUTIONS, YOUNGEST);
    }

    private Dimension gap() {
        Dimension.Choices choices = new Dimension.Choices().add("none", draft -> draft.history.gapMonths = 0);
        Set<Integer> lengths = new TreeSet<>(around(borders.contributions("gapMonths")));
        lengths.remove(0);
        for (Integer months : borders.contributions("months")) {
            int since = Math.max(1, months - 1);
            for (Integer length : lengths) {
                for (Filling filling : Filling.values()) {
                    choices.add(length + " of " + filling.words() + " before the last " + since, draft -> {
                        draft.history.gapMonths = length;
                        draft.history.filling = filling;
                        draft.history.paidSinceGap = since;
                    });
                }
            }
            for (Integer length : around(unpaidInWindow())) {
                choices.add(length + " of " + Filling.NOTHING.words() + " before the last " + since, draft -> {
                    draft.history.gapMonths = length;
                    draft.history.paidSinceGap = since;
                });
            }
        }
        return choices.named(Criterion.CONTRIBUTIONS, GAP);
    }

    /** How many months of a window need not be paid. */
    private Set<Integer> unpaidInWindow() {
        Set<Integer> unpaid = new TreeSet<>();
        borders.contributions("window")
                .forEach(window -> borders.contributions("windowMonths")
                        .forEach(needed -> unpaid.add(Math.max(0, window - needed))));
        return unpaid;
    }

    private Dimension late() {
        Dimension.Choices choices = new Dimension.Choices().add("none", draft -> draft.history.postedLateBy = 0);
        Set<Integer> border = new TreeSet<>();
        borders.contributions("lateAfterMonths").forEach(months -> border.addAll(List.of(months, months + 1)));
        border.forEach(months -> choices.add(
                "a month posted " + months + " months after", draft -> draft.history.postedLateBy = months));
        return choices.named(Criterion.CONTRIBUTIONS, "late posting");
    }

    private static Dimension announced() {
        return new Dimension.Choices()
                .add("none", draft -> draft.history.refundAnnounced = false)
                .add("of a paid month", draft -> draft.history.refundAnnounced = true)
                .named(Criterion.CONTRIBUTIONS, "announced refund");
    }

    private static Dimension work() {
        Dimension.Choices choices = new Dimension.Choices();
        for (HistoryDraft.Work work : HistoryDraft.Work.values()) {
            choices.add(work.words(), draft -> draft.history.work = work);
        }
        return choices.named(Criterion.CONTRIBUTIONS, "who paid");
    }

    private Dimension silence() {
        Dimension.Choices choices = new Dimension.Choices()
                .add("none", draft -> draft.silence = Person.Silence.NONE)
                .add("everywhere", draft -> draft.silence = Person.Silence.EVERYWHERE)
                .add("none, and the person unknown", draft -> draft.silence = Person.Silence.UNKNOWN);
        Set<String> areas = new LinkedHashSet<>(List.of(ordinaryArea()));
        areas.addAll(oddAreas());
        for (String area : areas) {
            choices.add("in " + area, draft -> draft.silence = Person.Silence.in(area));
            choices.add(
                    "in " + area + ", of the record's month",
                    draft -> draft.silence = Person.Silence.thisMonthIn(area));
        }
        return choices.named(Criterion.CONTRIBUTIONS, SILENT);
    }

    /** One below, on, and one above, none below 0. */
    private static Set<Integer> around(Set<Integer> figures) {
        Set<Integer> around = new TreeSet<>();
        figures.forEach(figure ->
                IntStream.rangeClosed(Math.max(0, figure - 1), figure + 1).forEach(around::add));
        return around;
    }
}
