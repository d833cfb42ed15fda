package io.tongban.engine.papers;

import io.tongban.engine.expression.Months;
import io.tongban.engine.rule.NamedPaper;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A paper that the applicant has brought.
 *
 * @param kind as the standard names it
 * @param unit the code of the unit that it is with; null where it is with none or none is known
 * @param from its first valid day; null where it names none
 * @param until its last valid day, included; null if it has no end
 * @param says what is read in it, by the names that the standard gives; what is not stated is as the standard says otherwise
 */
public record Paper(
        String kind,
        @Nullable String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Map<String, String> says) {

    public Paper {
        // Papers of a case that was stored before anything was read in papers say nothing.
        says = says == null ? Map.of() : Map.copyOf(says);
    }

    /** The one that is valid longest first; the rest only makes the order certain. */
    public static final Comparator<Paper> ORDER = Comparator.comparing(Paper::lastDay)
            .reversed()
            .thenComparing(Paper::firstDay)
            .thenComparing(Paper::kind)
            .thenComparing(Paper::unitOrNone)
            .thenComparing(paper -> new TreeMap<>(paper.says()).toString());

    /** A paper of which nothing else is stated. */
    public Paper(String kind, @Nullable String unit, @Nullable LocalDate from, @Nullable LocalDate until) {
        this(kind, unit, from, until, Map.of());
    }

    /** The first valid day; a paper that names none has always been valid. */
    LocalDate firstDay() {
        return from == null ? LocalDate.MIN : from;
    }

    /** The last valid day; a paper without an end is valid for ever. */
    LocalDate lastDay() {
        return until == null ? LocalDate.MAX : until;
    }

    String unitOrNone() {
        return unit == null ? "" : unit;
    }

    boolean isValidOn(LocalDate day) {
        return !firstDay().isAfter(day) && !lastDay().isBefore(day);
    }

    boolean touches(LocalDate first, LocalDate last) {
        return !firstDay().isAfter(last) && !lastDay().isBefore(first);
    }

    /** Its term is so many months: the day after the last is no earlier than the first day so many months later. */
    boolean lasts(Months term) {
        return lasts(firstDay(), lastDay(), term);
    }

    static boolean lasts(LocalDate first, LocalDate last, Months term) {
        if (first.equals(LocalDate.MIN) || last.equals(LocalDate.MAX)) {
            return true;
        }
        return !last.plusDays(1).isBefore(term.after(first));
    }

    /** As a notice names it: the kind, with the unit where it is with one. */
    NamedPaper named() {
        return new NamedPaper(kind, unit);
    }
}
