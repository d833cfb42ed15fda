package io.tongban.division;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The divisions of the city as the official list of a year has them. */
final class DivisionList {

    private static final List<String> COLUMNS = List.of("code", "name", "tier", "parent_code");

    private final Map<String, Entry> byCode;

    private DivisionList(Map<String, Entry> byCode) {
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    /** A division of the list; {@code tier} is city, district, street or community. */
    record Entry(String code, String name, String tier, String parent) {

        String district() {
            return code.substring(0, 6) + "000000";
        }
    }

    static DivisionList of(int year) {
        CsvFile file = CsvFile.ofResource("divisions-" + year + ".csv", COLUMNS);
        Map<String, Entry> byCode = new LinkedHashMap<>();
        for (CsvFile.Row row : file.rows()) {
            if (byCode.put(row.get(0), new Entry(row.get(0), row.get(1), row.get(2), row.get(3))) != null) {
                throw row.wrong(row.get(0) + " is there twice");
            }
        }
        return new DivisionList(byCode);
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    Entry get(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    Collection<Entry> all() {
        return byCode.values();
    }

    Stream<Entry> of(String tier) {
        return all().stream().filter(entry -> entry.tier().equals(tier));
    }
}
