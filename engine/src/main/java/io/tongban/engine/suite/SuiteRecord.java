package io.tongban.engine.suite;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.contributions.record.ContributionRow;
import io.tongban.engine.contributions.record.Coverage;
import io.tongban.engine.contributions.record.CoverageState;
import io.tongban.engine.contributions.record.PostedFlag;
import io.tongban.engine.contributions.record.UnitKind;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.standard.Standard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contribution record of a case: its rows, with every counted area and kind answered unless the case says otherwise. */
final class SuiteRecord {

    private static final int LONGEST_SPAN = 1200;

    /** More than a century of five kinds, each month with a correction. */
    private static final int MOST_ROWS = 12_000;

    private static final int MOST_SILENT_SPANS = 200;

    private SuiteRecord() {}

    /** Null where the standard asks no source for the route, and the case has no rows. */
    static @Nullable ContributionRecord read(
            DocumentNode node, LocalDate appliedOn, Standard standard, @Nullable String route) {
        if (standard.counting().isEmpty()) {
            return null;
        }
        LocalDate asOf = node.find("recordAsOf")
                .filter(value -> !value.isNull())
                .map(DocumentNode::date)
                .orElse(appliedOn);
        List<ContributionRow> rows = new ArrayList<>();
        node.find("records")
                .filter(value -> !value.isNull())
                .map(DocumentNode::items)
                .orElse(List.of())
                .forEach(row -> {
                    rows.addAll(rows(row));
                    if (rows.size() > MOST_ROWS) {
                        throw row.invalid(
                                "with this the record of the case has more than " + MOST_ROWS + " rows",
                                "leave out months that change nothing");
                    }
                });
        if (node.find("source").filter(value -> !value.isNull()).isPresent()) {
            return ContributionRecord.unavailable(asOf);
        }
        return new ContributionRecord(asOf, coverage(node, standard, route, asOf, rows), rows, 0);
    }

    /** Of every area and kind that counts or has a row: what the case says, and that all else was answered. */
    private static List<Coverage> coverage(
            DocumentNode node, Standard standard, @Nullable String route, LocalDate asOf, List<ContributionRow> rows) {
        Set<String> areas = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        new Assessor().question(standard, route, asOf, asOf).ifPresent(question -> {
            areas.addAll(question.areas());
            kinds.addAll(question.kinds());
        });
        rows.forEach(row -> {
            areas.add(row.area());
            kinds.add(row.kind());
        });
        List<Coverage> coverage = new ArrayList<>();
        few(node, "silentAreas")
                .forEach(area -> kinds.forEach(
                        kind -> coverage.add(Coverage.ofAllMonths(area.text(), kind, CoverageState.SILENT))));
        few(node, "silent").forEach(span -> coverage.addAll(silent(span.members(), areas, kinds)));
        Set<String> unknownAt = node.find("unknownAt")
                .filter(value -> !value.isNull())
                .map(value -> value.isList() ? texts(value) : areas)
                .orElse(Set.of());
        for (String area : areas) {
            CoverageState state = unknownAt.contains(area) ? CoverageState.PERSON_UNKNOWN : CoverageState.ANSWERED;
            kinds.forEach(kind -> coverage.add(Coverage.ofAllMonths(area, kind, state)));
        }
        return coverage;
    }

    /** An area, kind or span that it does not name: all. */
    private static List<Coverage> silent(Map<String, DocumentNode> span, Set<String> areas, Set<String> kinds) {
        DocumentNode area = span.get("area");
        DocumentNode kind = span.get("kind");
        List<@Nullable YearMonth> months = months(span.get("months"));
        List<Coverage> coverage = new ArrayList<>();
        for (String of : area == null || area.isNull() ? areas : Set.of(area.text())) {
            for (String in : kind == null || kind.isNull() ? kinds : Set.of(kind.text())) {
                coverage.add(new Coverage(of, in, months.getFirst(), months.getLast(), CoverageState.SILENT));
            }
        }
        return coverage;
    }

    private static List<DocumentNode> few(DocumentNode node, String key) {
        List<DocumentNode> items = items(node, key);
        if (items.size() > MOST_SILENT_SPANS) {
            throw items.get(MOST_SILENT_SPANS)
                    .invalid(
                            "the case has more than " + MOST_SILENT_SPANS + " entries of '" + key + "'",
                            "write spans that lie side by side as one");
        }
        return items;
    }

    private static List<DocumentNode> items(DocumentNode node, String key) {
        return node.find(key)
                .filter(value -> !value.isNull())
                .map(DocumentNode::items)
                .orElse(List.of());
    }

    private static Set<String> texts(DocumentNode list) {
        return list.items().stream().map(DocumentNode::text).collect(Collectors.toSet());
    }

    private static List<ContributionRow> rows(DocumentNode node) {
        Map<String, DocumentNode> members = node.members();
        List<ContributionRow> rows = new ArrayList<>();
        for (@Nullable YearMonth month : months(members.get("months"))) {
            rows.add(new ContributionRow(
                    month,
                    node.get("kind").text(),
                    textOr(members.get("unit"), ""),
                    textOr(members.get("unitName"), textOr(members.get("unit"), "")),
                    unitKind(members.get("unitKind")),
                    node.get("area").text(),
                    node.get("type").text(),
                    decimal(members.get("base")),
                    decimal(members.get("amount")),
                    PostedFlag.ofCode(node.get("posted").text()),
                    month(members.get("postedMonth"))));
        }
        return rows;
    }

    /** One month, an inclusive span, or none for an unplaced row. */
    private static List<@Nullable YearMonth> months(@Nullable DocumentNode node) {
        List<@Nullable YearMonth> months = new ArrayList<>();
        if (node == null || node.isNull()) {
            months.add(null);
            return months;
        }
        String[] ends = node.text().split("\\.\\.", -1);
        YearMonth first = month(node, ends[0]);
        YearMonth last = month(node, ends[ends.length - 1]);
        if (ends.length > 2 || last.isBefore(first) || first.until(last, ChronoUnit.MONTHS) >= LONGEST_SPAN) {
            throw node.invalid(
                    "'" + node.text() + "' is no span of months",
                    "write 2017-03, or 2016-04..2017-02 with the earlier first, of " + LONGEST_SPAN
                            + " months at most");
        }
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static YearMonth month(DocumentNode node, String text) {
        if (!text.strip().matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw node.invalid(
                    "'" + node.text() + "' is no month", "write 2017-03, or a span such as 2016-04..2017-02");
        }
        return YearMonth.parse(text.strip());
    }

    private static UnitKind unitKind(@Nullable DocumentNode node) {
        return node == null || node.isNull() ? UnitKind.EMPLOYER : node.constant(UnitKind.class);
    }

    private static String textOr(@Nullable DocumentNode node, String otherwise) {
        return node == null || node.isNull() ? otherwise : node.text();
    }

    private static @Nullable BigDecimal decimal(@Nullable DocumentNode node) {
        return node == null || node.isNull() ? null : node.decimal();
    }

    private static @Nullable YearMonth month(@Nullable DocumentNode node) {
        return node == null || node.isNull() ? null : node.month();
    }
}
