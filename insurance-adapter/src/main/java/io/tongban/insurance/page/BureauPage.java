package io.tongban.insurance.page;

import io.tongban.insurance.record.RawRow;
import java.util.List;

/** A page of the bureau's query, as far as it can be read. */
public sealed interface BureauPage {

    /** The bureau says that it has no such person. */
    record PersonUnknown() implements BureauPage {}

    /**
     * A page with rows.
     *
     * @param pages how many pages there are, by the bureau's own count
     * @param total how many rows there are on all of them, by the bureau's own count
     * @param headersAgain how often the header stands among the rows; bureaux are seen to count it as one
     */
    record Rows(int pages, int total, List<RawRow> rows, int headersAgain) implements BureauPage {

        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
