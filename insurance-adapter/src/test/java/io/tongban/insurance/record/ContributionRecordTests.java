package io.tongban.insurance.record;

import static io.tongban.insurance.record.RowCleanerTests.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContributionRecordTests {

    private static final LocalDate DAY = LocalDate.of(2017, 4, 6);
    private static final RowCleaner CLEANER =
            new RowCleaner(new SpecialUnits(Set.of(), Set.of(), Set.of(), Set.of()), false);

    @Test
    void makesRowsOfOneMeaningOneRowHoweverTheyAreSpelt() {
        List<CleanRow> read = clean(
                raw(Map.of("AAE003", "201604", "AAE140", "11", "AAE180", "3500")),
                raw(Map.of("AAE003", "２０１６年４月", "AAE140", "110", "AAE180", "3,500.00")),
                raw(Map.of("AAE003", "2016-4", "AAE140", "11", "AAE180", "3500.0")));

        ContributionRecord record = ContributionRecord.of(DAY, List.of(), read);

        assertThat(record.rows()).hasSize(1);
        assertThat(record.duplicateRows()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("oneField")
    void keepsRowsThatDifferInOneField(Map.Entry<String, String> change) {
        List<CleanRow> read = clean(raw(Map.of()), raw(Map.of(change.getKey(), change.getValue())));

        ContributionRecord record = ContributionRecord.of(DAY, List.of(), read);

        assertThat(record.rows()).hasSize(2);
        assertThat(record.duplicateRows()).isZero();
    }

    static List<Map.Entry<String, String>> oneField() {
        return List.of(
                Map.entry("AAE003", "201605"),
                Map.entry("AAE003", ""),
                Map.entry("AAE140", "21"),
                Map.entry("AAB001", "30010002"),
                Map.entry("AAB004", "转移虚拟单位"),
                Map.entry("AAB034", "330106"),
                Map.entry("AAA115", "105"),
                Map.entry("AAE180", "3500.01"),
                Map.entry("AAE020", ""),
                Map.entry("AAE078", "0"),
                Map.entry("AAE079", "201606"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesNoTraceOfTheOrderInWhichRowsWereRead(long seed) {
        List<RawRow> raws = new ArrayList<>(IntStream.rangeClosed(1, 12)
                .mapToObj(month -> raw(Map.of(
                        "AAE003",
                        "2016%02d".formatted(month),
                        "AAB001",
                        "3001000" + month % 3,
                        "AAA115",
                        month % 4 == 0 ? "105" : "10")))
                .toList());
        raws.addAll(List.of(raw(Map.of("AAE003", "")), raw(Map.of("AAE180", "")), raw(Map.of("AAE079", ""))));
        ContributionRecord expected = ContributionRecord.of(DAY, List.of(), clean(raws));

        Collections.shuffle(raws, new Random(seed));

        assertThat(ContributionRecord.of(DAY, List.of(), clean(raws)))
                .as("seed %d", seed)
                .isEqualTo(expected);
    }

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    private static List<CleanRow> clean(RawRow... raws) {
        return clean(List.of(raws));
    }

    private static List<CleanRow> clean(List<RawRow> raws) {
        Cleaning cleaning = CLEANER.clean(raws);
        assertThat(cleaning.complete()).isTrue();
        return cleaning.rows();
    }
}
