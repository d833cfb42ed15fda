package io.tongban.insurance.source;

import io.tongban.insurance.record.CleanRow;
import io.tongban.insurance.record.CoverageState;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking for one year of one kind. */
public sealed interface YearReading {

    /** How much the source said. */
    CoverageState state();

    /** What was read, even where the rest was not. */
    List<CleanRow> rows();

    /** The same without what lies before a month: the bureau answers by whole years. */
    YearReading since(YearMonth first);

    /** All pages were read whole. */
    record Answered(List<CleanRow> rows) implements YearReading {

        public Answered {
            rows = List.copyOf(rows);
        }

        @Override
        public CoverageState state() {
            return CoverageState.ANSWERED;
        }

        @Override
        public Answered since(YearMonth first) {
            return new Answered(rowsSince(rows, first));
        }
    }

    /** The source says that it has no such person. */
    record PersonUnknown() implements YearReading {

        @Override
        public CoverageState state() {
            return CoverageState.PERSON_UNKNOWN;
        }

        @Override
        public List<CleanRow> rows() {
            return List.of();
        }

        @Override
        public PersonUnknown since(YearMonth first) {
            return this;
        }
    }

    /** Something was not read. */
    record Silent(SilenceCause cause, List<CleanRow> rows) implements YearReading {

        public Silent {
            rows = List.copyOf(rows);
        }

        @Override
        public CoverageState state() {
            return CoverageState.SILENT;
        }

        @Override
        public Silent since(YearMonth first) {
            return new Silent(cause, rowsSince(rows, first));
        }
    }

    private static List<CleanRow> rowsSince(List<CleanRow> rows, YearMonth first) {
        return rows.stream()
                .filter(row -> {
                    @Nullable YearMonth month = row.row().month();
                    return month == null || !month.isBefore(first);
                })
                .toList();
    }
}
