package io.tongban.engine.comparison.person;

import io.tongban.engine.papers.Paper;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.Standard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which papers a person brings, with dates at the borders of what the versions ask of them. */
final class PaperDimensions {

    static final String TOPIC = "paper:";
    static final int NOT_BROUGHT = 0;
    static final int BROUGHT = 1;

    private static final int LONG = 24;

    private final Borders borders;

    /** What all versions together ask of one kind. */
    private record Asked(String kind, Set<Integer> ages, Set<Integer> terms, boolean contract) {

        int longest() {
            int longest = LONG;
            for (Set<Integer> figures : List.of(ages, terms)) {
                longest = Math.max(
                        longest,
                        figures.stream().mapToInt(Integer::intValue).max().orElse(0));
            }
            return longest + 1;
        }
    }

    PaperDimensions(Borders borders) {
        this.borders = borders;
    }

    List<Dimension> all() {
        List<Dimension> dimensions = new ArrayList<>();
        asked().values().forEach(asked -> {
            dimensions.add(asked.contract() ? contracts(asked) : papers(asked));
            dimensions.addAll(said(asked.kind()));
        });
        return dimensions;
    }

    private Map<String, Asked> asked() {
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (PaperAsked paper : borders.papers()) {
            Asked all = asked.computeIfAbsent(
                    paper.kind(), kind -> new Asked(kind, new TreeSet<>(), new TreeSet<>(), paper.contract()));
            if (paper.ageMonths() > 0) {
                all.ages().add(paper.ageMonths());
            }
            if (paper.termMonths() > 0) {
                all.terms().add(paper.termMonths());
            }
        }
        return asked;
    }

    private static Dimension papers(Asked asked) {
        Dimension.Choices choices = new Dimension.Choices().add("not brought", draft -> {});
        paper(choices, asked, "good", draft -> draft.before(asked.longest(), 0), null);
        paper(choices, asked, "without dates", null, null);
        for (int day = -1; day <= 1; day++) {
            int off = day;
            paper(
                    choices,
                    asked,
                    "valid to the application day" + signed(off),
                    draft -> draft.before(asked.longest(), 0),
                    draft -> draft.appliedOn.plusDays(off));
            paper(choices, asked, "valid from the application day" + signed(off), draft -> draft.before(0, off), null);
        }
        for (int age : asked.ages()) {
            for (int day = -1; day <= 1; day++) {
                int off = day;
                paper(choices, asked, age + " months old" + signed(off), draft -> draft.before(age, off), null);
            }
        }
        for (int term : asked.terms()) {
            for (int day = -1; day <= 1; day++) {
                int off = day;
                paper(
                        choices,
                        asked,
                        "for " + term + " months" + signed(off),
                        draft -> draft.before(term / 2, 0),
                        draft -> draft.before(term / 2, 0).plusMonths(term).plusDays(off - 1L));
                paper(
                        choices,
                        asked,
                        "for " + term + " months, to the application day" + signed(off),
                        draft -> draft.before(term + 1, 0),
                        draft -> draft.before(0, off));
                paper(
                        choices,
                        asked,
                        "for " + term + " months, from the application day" + signed(off),
                        draft -> draft.before(0, off),
                        draft -> draft.before(0, off).plusMonths(term));
            }
        }
        return choices.named(TOPIC + asked.kind(), asked.kind());
    }

    /** A day that is reckoned from a person's other facts. */
    @FunctionalInterface
    private interface Day {
        LocalDate of(Draft draft);
    }

    private static void paper(
            Dimension.Choices choices, Asked asked, String words, @Nullable Day from, @Nullable Day until) {
        choices.add(
                words,
                draft -> draft.papers.add(new Paper(
                        asked.kind(),
                        null,
                        from == null ? null : from.of(draft),
                        until == null ? null : until.of(draft))));
    }

    private static Dimension contracts(Asked asked) {
        Dimension.Choices choices = new Dimension.Choices().add("not brought", draft -> {});
        Day first = draft -> earlier(draft.firstContributionDay().minusMonths(1), draft.before(asked.longest(), 0));
        contract(choices, asked, "over all months", HistoryDraft.EMPLOYER, first, null);
        choices.add("with both employers", draft -> {
            draft.papers.add(
                    new Paper(asked.kind(), HistoryDraft.EMPLOYER_BEFORE, first.of(draft), draft.before(1, 0)));
            draft.papers.add(new Paper(
                    asked.kind(), HistoryDraft.EMPLOYER, draft.before(1, 0).plusDays(1), null));
        });
        contract(choices, asked, "with another party", "30017777", first, null);
        contract(choices, asked, "that names no code of its unit", null, first, null);
        contract(choices, asked, "without a code, begun last month", null, draft -> draft.before(1, 0), null);
        choices.add("two without a code, a day between", draft -> {
            LocalDate end = draft.before(3, 0);
            draft.papers.add(new Paper(asked.kind(), null, first.of(draft), end));
            draft.papers.add(new Paper(asked.kind(), null, end.plusDays(2), null));
        });
        choices.add(
                "under another code and the same name",
                draft -> draft.papers.add(
                        new Paper(asked.kind(), "30017777", HistoryDraft.EMPLOYER, first.of(draft), null, Map.of())));
        for (int day = -1; day <= 1; day++) {
            int off = day;
            contract(
                    choices,
                    asked,
                    "to the application day" + signed(off),
                    HistoryDraft.EMPLOYER,
                    first,
                    draft -> draft.before(0, off));
        }
        for (int term : asked.terms()) {
            for (int day = -1; day <= 1; day++) {
                int off = day;
                contract(
                        choices,
                        asked,
                        "of " + term + " months" + signed(off),
                        HistoryDraft.EMPLOYER,
                        draft -> draft.before(term - 1, 0),
                        draft -> draft.before(term - 1, 0).plusMonths(term).plusDays(off - 1L));
            }
        }
        for (int days = 0; days <= 1; days++) {
            int hole = days;
            choices.add("two contracts, " + hole + " days between", draft -> {
                LocalDate end = draft.before(3, 0);
                draft.papers.add(new Paper(asked.kind(), HistoryDraft.EMPLOYER, first.of(draft), end));
                draft.papers.add(new Paper(asked.kind(), HistoryDraft.EMPLOYER, end.plusDays(hole + 1L), null));
            });
        }
        contract(choices, asked, "begun last month", HistoryDraft.EMPLOYER, draft -> draft.before(1, 0), null);
        return choices.named(TOPIC + asked.kind(), asked.kind());
    }

    private static void contract(
            Dimension.Choices choices,
            Asked asked,
            String words,
            @Nullable String unit,
            Day from,
            @Nullable Day until) {
        choices.add(
                words,
                draft -> draft.papers.add(
                        new Paper(asked.kind(), unit, from.of(draft), until == null ? null : until.of(draft))));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private List<Dimension> said(String kind) {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        for (Standard version : borders.versions()) {
            PaperKind paper = version.words().papers().get(kind);
            if (paper != null) {
                new TreeMap<>(paper.says())
                        .forEach((name, saying) -> allowed.computeIfAbsent(name, any -> new LinkedHashSet<>())
                                .addAll(saying.allowed()));
            }
        }
        List<Dimension> dimensions = new ArrayList<>();
        allowed.forEach((key, values) -> {
            Dimension.Choices choices = new Dimension.Choices().add("not stated", draft -> {});
            values.forEach(value -> choices.add(value, draft -> draft.say(kind, key, value)));
            dimensions.add(choices.named(TOPIC + kind, saying(kind, key)));
        });
        return dimensions;
    }

    /** The name of the dimension of what a paper says. */
    static String saying(String kind, String name) {
        return kind + " says " + name;
    }

    private static String signed(int days) {
        return days == 0 ? "" : days > 0 ? " + " + days + " day" : " - " + -days + " day";
    }
}
