package io.tongban.insurance.record;

import io.tongban.form.PlainName;
import io.tongban.form.UnitCode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings a source's rows into canonical values.
 *
 * <p>Nothing is guessed: a cell that cannot be read makes the answer incomplete. A row whose month cannot be read is kept as
 * unplaced all the same. A row without a readable kind, area or posted flag, or whose type cannot be read, means nothing and is
 * left out.
 */
public final class RowCleaner {

    static final String MONTH = "AAE003";
    static final String KIND = "AAE140";
    static final String UNIT = "AAB001";
    static final String UNIT_NAME = "AAB004";
    static final String AREA = "AAB034";
    static final String AREA_TOO = "AAA027";
    static final String BASE = "AAE180";
    static final String AMOUNT = "AAE020";
    static final String TYPE = "AAA115";
    static final String POSTED = "AAE078";
    static final String POSTED_MONTH = "AAE079";

    /** The fields that every row must have; the area may come under either of its two codes. */
    public static final Set<String> FIELDS =
            Set.of(MONTH, KIND, UNIT, UNIT_NAME, BASE, AMOUNT, TYPE, POSTED, POSTED_MONTH);

    /** The fields with sums of money. */
    public static final Set<String> AMOUNT_FIELDS = Set.of(BASE, AMOUNT);

    /** The field that says whether a contribution was paid in, which no sum of rows has. */
    public static final String POSTED_FIELD = POSTED;

    /** The codes under which the area may come. */
    public static final Set<String> AREA_FIELDS = Set.of(AREA, AREA_TOO);

    private static final Pattern AREA_CODE = Pattern.compile("[0-9]{6}");

    private final SpecialUnits units;
    private final boolean spansOfMonthlyAmounts;

    /** @param spansOfMonthlyAmounts whether base and amount of a row of several months are those of each single month */
    public RowCleaner(SpecialUnits units, boolean spansOfMonthlyAmounts) {
        this.units = units;
        this.spansOfMonthlyAmounts = spansOfMonthlyAmounts;
    }

    public Cleaning clean(List<RawRow> raws) {
        List<CleanRow> rows = new ArrayList<>();
        Set<String> unreadable = new TreeSet<>();
        for (RawRow raw : raws) {
            read(raw, unreadable).forEach(row -> rows.add(new CleanRow(row, raw)));
        }
        return new Cleaning(rows, unreadable);
    }

    /** One row for each month that the row is about. */
    private List<ContributionRow> read(RawRow raw, Set<String> unreadable) {
        Cells cells = new Cells(raw, unreadable);
        Optional<Kind> kind = cells.stated(KIND, text -> Kind.of(CellText.code(text)));
        Optional<Area> area = area(cells);
        Optional<PostedFlag> posted = cells.stated(POSTED, text -> PostedFlag.of(CellText.code(text)));
        Optional<String> type = cells.read(TYPE, text -> Optional.of(CellText.listedCode(text)));
        UnitCode unit =
                cells.read(UNIT, text -> Optional.of(CellText.unitCode(text))).orElse(UnitCode.of(""));
        PlainName unitName = CellText.name(raw.text(UNIT_NAME));
        @Nullable BigDecimal base = cells.read(BASE, CellText::amount).orElse(null);
        @Nullable BigDecimal amount = cells.read(AMOUNT, CellText::amount).orElse(null);
        @Nullable
        YearMonth postedMonth = cells.read(POSTED_MONTH, MonthText::monthOrDay).orElse(null);
        List<Optional<YearMonth>> months = months(cells);
        if (kind.isEmpty() || area.isEmpty() || posted.isEmpty() || type.isEmpty()) {
            return List.of();
        }
        return months.stream()
                .map(month -> new ContributionRow(
                        month.orElse(null),
                        kind.get(),
                        unit.text(),
                        unitName.text(),
                        units.kindOf(unit, unitName),
                        area.get(),
                        type.get(),
                        base,
                        amount,
                        posted.get(),
                        postedMonth))
                .toList();
    }

    /** The months that the row is about; for a row without a month that can be read, one empty element. */
    private List<Optional<YearMonth>> months(Cells cells) {
        List<YearMonth> named =
                cells.read(MONTH, text -> Optional.of(namedMonths(text))).orElse(List.of());
        return named.isEmpty()
                ? List.of(Optional.empty())
                : named.stream().map(Optional::of).toList();
    }

    private List<YearMonth> namedMonths(String text) throws UnreadableText {
        List<YearMonth> named = MonthText.months(text);
        if (named.size() > 1 && !spansOfMonthlyAmounts) {
            throw new UnreadableText();
        }
        return named;
    }

    /** The area under either code; empty where the two codes say different areas. */
    private static Optional<Area> area(Cells cells) {
        boolean first = cells.say(AREA);
        boolean second = cells.say(AREA_TOO);
        if (!first || !second) {
            return statedArea(cells, second ? AREA_TOO : AREA);
        }
        Optional<Area> area = statedArea(cells, AREA);
        if (!area.equals(statedArea(cells, AREA_TOO))) {
            cells.unreadable().addAll(AREA_FIELDS);
            return Optional.empty();
        }
        return area;
    }

    private static Optional<Area> statedArea(Cells cells, String field) {
        return cells.stated(field, text -> area(CellText.code(text)));
    }

    private static Optional<Area> area(String code) {
        return AREA_CODE.matcher(code).matches() ? Optional.of(new Area(code)) : Optional.empty();
    }

    private interface Reading<T> {
        Optional<T> of(String text) throws UnreadableText;
    }

    /** The cells of a row, which put down what cannot be read of them. */
    private record Cells(RawRow raw, Set<String> unreadable) {

        boolean say(String field) {
            return !CellText.saysNothing(raw.text(field));
        }

        <T> Optional<T> read(String field, Reading<T> reading) {
            try {
                return reading.of(raw.text(field));
            } catch (UnreadableText e) {
                unreadable.add(field);
                return Optional.empty();
            }
        }

        /** Of a field without which a row means nothing. */
        <T> Optional<T> stated(String field, Reading<T> reading) {
            Optional<T> value = read(field, reading);
            if (value.isEmpty()) {
                unreadable.add(field);
            }
            return value;
        }
    }
}
