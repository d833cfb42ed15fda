package io.tongban.engine.papers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tongban.engine.expression.Months;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.PaperKind;
import io.tongban.engine.standard.PaperKind.Form;
import io.tongban.engine.standard.Standard;
import io.tongban.form.PlainName;
import io.tongban.form.UnitCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A paper that the applicant has brought.
 *
 * @param kind as the standard names it
 * @param unit the code of the unit that it is with, in the form of {@link UnitCode}; null where it is with none or none is known
 * @param unitName the unit's name as the paper writes it, in the form of {@link PlainName}; null where it was not stated
 * @param from its first valid day; null where it names none
 * @param until its last valid day, included; null if it has no end
 * @param says what is read in it, by the names that the standard gives; what is not stated is as the standard says otherwise
 * @param form how it was shown; null where that was not recorded, and then it suffices
 * @param state null: {@link PaperState#HOLDS}, which is how every paper begins and is not written
 */
public record Paper(
        String kind,
        @Nullable String unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unitName,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Map<String, String> says,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Form form,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaperState state) {

    public Paper {
        unit = unit == null ? null : nullIfEmpty(UnitCode.of(unit).text());
        unitName = unitName == null ? null : nullIfEmpty(PlainName.of(unitName).text());
        // Papers of a case that was stored before anything was read in papers say nothing.
        says = says == null ? Map.of() : Map.copyOf(says);
        state = state == PaperState.HOLDS ? null : state;
    }

    /** The one that is valid longest first; the rest only makes the order certain. */
    public static final Comparator<Paper> ORDER = Comparator.comparing(Paper::lastDay)
            .reversed()
            .thenComparing(Paper::firstDay)
            .thenComparing(Paper::kind)
            .thenComparing(Paper::unitOrNone)
            .thenComparing(Paper::unitNameOrNone)
            .thenComparing(paper -> new TreeMap<>(paper.says()).toString())
            .thenComparing(Paper::form, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Paper::state, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** A paper of which nothing else is stated. */
    public Paper(String kind, @Nullable String unit, @Nullable LocalDate from, @Nullable LocalDate until) {
        this(kind, unit, null, from, until, Map.of());
    }

    /** A paper of whose form nothing is known, and against which nothing stands. */
    public Paper(
            String kind,
            @Nullable String unit,
            @Nullable String unitName,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Map<String, String> says) {
        this(kind, unit, unitName, from, until, says, null, null);
    }

    /** The same in another state. */
    public Paper in(PaperState found) {
        return new Paper(kind, unit, unitName, from, until, says, form, found);
    }

    /** Whether it counts as brought: it was shown in a form that suffices, and no more than a doubt stands against it. */
    public boolean isBroughtUnder(Standard standard) {
        PaperKind known = standard.words().papers().get(kind);
        boolean stands = state == null || state == PaperState.DOUBTED;
        return stands && (known == null || known.isBroughtBy(form));
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
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

    String unitNameOrNone() {
        return unitName == null ? "" : unitName;
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

    /** As a notice names it: the kind, with the unit where it is with one, by its name where no code is known. */
    public NamedPaper named() {
        return new NamedPaper(kind, unit == null ? unitName : unit);
    }
}
