package io.tongban.insurance.record;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings a source's rows into canonical values.
 *
 * <p>It never guesses: a cell that cannot be read makes the answer incomplete. A row whose month cannot be read is kept as
 * unplaced all the same; a row without a readable kind, area, type or posted flag means nothing and is left out.
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

    /** The codes under which the area may come. */
    public static final Set<String> AREA_FIELDS = Set.of(AREA, AREA_TOO);

    /** The three-digit spellings of the kinds. */
    private static final Map<String, String> LONG_KINDS =
            Map.of("110", "11", "210", "21", "310", "31", "410", "41", "510", "51");

    private static final Pattern TYPE_CODE = Pattern.compile("[0-9]{2,3}");
    private static final Pattern AREA_CODE = Pattern.compile("[0-9]{6}");

    private final SpecialUnits units;

    public RowCleaner(SpecialUnits units) {
        this.units = units;
    }

    public Cleaning clean(List<RawRow> raws) {
        List<CleanRow> rows = new ArrayList<>();
        Set<String> unreadable = new TreeSet<>();
        for (RawRow raw : raws) {
            ContributionRow row = read(raw, unreadable);
            if (row != null) {
                rows.add(new CleanRow(row, raw));
            }
        }
        return new Cleaning(rows, unreadable);
    }

    private @Nullable ContributionRow read(RawRow raw, Set<String> unreadable) {
        String writtenKind = CellText.withoutBlanks(raw.text(KIND));
        Optional<Kind> kind = present(Kind.of(LONG_KINDS.getOrDefault(writtenKind, writtenKind)), KIND, unreadable);
        Optional<Area> area = present(area(raw), AREA, unreadable);
        Optional<String> type = present(
                Optional.of(CellText.withoutBlanks(raw.text(TYPE)))
                        .filter(code -> TYPE_CODE.matcher(code).matches()),
                TYPE,
                unreadable);
        Optional<PostedFlag> posted =
                present(PostedFlag.of(CellText.withoutBlanks(raw.text(POSTED))), POSTED, unreadable);
        @Nullable YearMonth month = month(raw, MONTH, unreadable);
        @Nullable YearMonth postedMonth = month(raw, POSTED_MONTH, unreadable);
        @Nullable BigDecimal base = amount(raw, BASE, unreadable);
        @Nullable BigDecimal amount = amount(raw, AMOUNT, unreadable);
        if (kind.isEmpty() || area.isEmpty() || type.isEmpty() || posted.isEmpty()) {
            return null;
        }
        String unit = CellText.withoutBlanks(raw.text(UNIT)).toUpperCase(Locale.ROOT);
        String unitName = CellText.trimmed(raw.text(UNIT_NAME));
        return new ContributionRow(
                month,
                kind.get(),
                unit,
                unitName,
                units.kindOf(unit, unitName),
                area.get(),
                type.get(),
                base,
                amount,
                posted.get(),
                postedMonth);
    }

    private static Optional<Area> area(RawRow raw) {
        String code = CellText.withoutBlanks(raw.text(AREA));
        String written = code.isEmpty() ? CellText.withoutBlanks(raw.text(AREA_TOO)) : code;
        return Optional.of(written)
                .filter(text -> AREA_CODE.matcher(text).matches())
                .map(Area::new);
    }

    private static <T> Optional<T> present(Optional<T> value, String field, Set<String> unreadable) {
        if (value.isEmpty()) {
            unreadable.add(field);
        }
        return value;
    }

    private static @Nullable YearMonth month(RawRow raw, String field, Set<String> unreadable) {
        try {
            return CellText.month(raw.text(field)).orElse(null);
        } catch (UnreadableText e) {
            unreadable.add(field);
            return null;
        }
    }

    private static @Nullable BigDecimal amount(RawRow raw, String field, Set<String> unreadable) {
        try {
            return CellText.amount(raw.text(field)).orElse(null);
        } catch (UnreadableText e) {
            unreadable.add(field);
            return null;
        }
    }
}
