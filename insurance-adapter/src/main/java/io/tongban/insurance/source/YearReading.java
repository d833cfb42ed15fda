package io.tongban.insurance.source;

import io.tongban.insurance.record.CleanRow;
import java.util.List;

/** What came of asking for one year of one kind. */
sealed interface YearReading {

    /** What was read, even where the rest was not. */
    List<CleanRow> rows();

    record Answered(List<CleanRow> rows) implements YearReading {

        public Answered {
            rows = List.copyOf(rows);
        }
    }

    record PersonUnknown() implements YearReading {

        @Override
        public List<CleanRow> rows() {
            return List.of();
        }
    }

    record Silent(SilenceCause cause, List<CleanRow> rows) implements YearReading {

        public Silent {
            rows = List.copyOf(rows);
        }
    }
}
