package io.tongban.insurance.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tongban.insurance.record.Area;
import io.tongban.insurance.record.ContributionRecord;
import io.tongban.insurance.record.ContributionRow;
import io.tongban.insurance.record.Coverage;
import io.tongban.insurance.record.CoverageState;
import io.tongban.insurance.record.UnitKind;
import io.tongban.insurance.source.SourceReading;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clean record in the words of the wire, as it is signed and handed out.
 *
 * @param asOf the business date on which the sources answered
 * @param notAsked areas whose source was not asked; left out where there are none, as in all documents before
 */
public record EvidenceDocument(
        String evidenceId,
        String asOf,
        List<CoverageEntry> coverage,
        List<RowEntry> rows,
        int duplicateRows,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notAsked) {

    private static final String MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    public EvidenceDocument {
        coverage = List.copyOf(coverage);
        rows = List.copyOf(rows);
        notAsked = List.copyOf(notAsked);
    }

    /** How much is known about a kind in an area in a span of months; what no entry names was not answered. */
    public record CoverageEntry(
            String area,
            String kind,

            @Schema(pattern = MONTH, description = "First month of the span.")
            String firstMonth,

            @Schema(pattern = MONTH, description = "Last month of the span, included.")
            String lastMonth,

            @Schema(implementation = CoverageState.class) String state) {

        static CoverageEntry of(Coverage coverage) {
            return new CoverageEntry(
                    coverage.area().code(),
                    coverage.kind().code(),
                    coverage.first().toString(),
                    coverage.last().toString(),
                    coverage.state().name());
        }
    }

    /** A contribution; months as {@code YYYY-MM}, amounts in yuan. */
    public record RowEntry(
            @Schema(description = "YYYY-MM; null if the row names none.") @Nullable
            String month,

            @Schema(
                    description =
                            "Code of AAE140, in two digits for one of the five kinds, else as it came: 120 is not 11.")
            String kind,

            @Schema(description = "Code of AAB001 without blanks and hyphens; empty if the row has none.")
            String unit,

            String unitName,
            @Schema(implementation = UnitKind.class) String unitKind,
            String area,

            @Schema(description = "Code of AAA115 as it came, a whole value: 105 is not 10; empty if the row has none.")
            String type,

            @Schema(description = "In yuan.") @Nullable BigDecimal base,
            @Schema(description = "In yuan.") @Nullable BigDecimal amount,

            @Schema(description = "Code of AAE078: 0 not posted, 1 posted, 2 interrupted, 3 in transit.")
            String posted,

            @Nullable String postedMonth) {

        static RowEntry of(ContributionRow row) {
            return new RowEntry(
                    text(row.month()),
                    row.kind().code(),
                    row.unit(),
                    row.unitName(),
                    row.unitKind().name(),
                    row.area().code(),
                    row.type(),
                    plain(row.base()),
                    plain(row.amount()),
                    row.posted().code(),
                    text(row.postedMonth()));
        }

        private static @Nullable String text(@Nullable YearMonth month) {
            return month == null ? null : month.toString();
        }

        /** So that it is written without an exponent. */
        private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
            return amount == null || amount.scale() >= 0 ? amount : amount.setScale(0);
        }

        @Override
        public String toString() {
            return "RowEntry[" + month + ", " + kind + "]";
        }
    }

    static EvidenceDocument of(EvidenceId id, ContributionRecord record, List<SourceReading> readings) {
        return new EvidenceDocument(
                id.value().toString(),
                record.asOf().toString(),
                record.coverage().stream().map(CoverageEntry::of).toList(),
                record.rows().stream().map(row -> RowEntry.of(row.row())).toList(),
                record.duplicateRows(),
                readings.stream()
                        .filter(SourceReading::isNotAsked)
                        .map(SourceReading::areas)
                        .flatMap(Collection::stream)
                        .map(Area::code)
                        .sorted()
                        .toList());
    }
}
