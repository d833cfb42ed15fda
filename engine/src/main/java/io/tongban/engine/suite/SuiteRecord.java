package io.tongban.engine.suite;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.contributions.ContributionRecord;
import io.tongban.engine.contributions.ContributionRow;
import io.tongban.engine.contributions.Coverage;
import io.tongban.engine.contributions.CoverageState;
import io.tongban.engine.contributions.PostedFlag;
import io.tongban.engine.contributions.UnitKind;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contribution record of a case: its rows, with every counted area and kind answered unless the case says otherwise. */
final class SuiteRecord {

    private static final int LONGEST_SPAN = 1200;

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
                .forEach(row -> rows.addAll(rows(row)));
        if (node.find("source").filter(value -> !value.isNull()).isPresent()) {
            return ContributionRecord.unavailable(asOf);
        }
        Set<String> silent = node
                .find("silentAreas")
                .filter(value -> !value.isNull())
                .map(DocumentNode::items)
                .orElse(List.of())
                .stream()
                .map(DocumentNode::text)
                .collect(Collectors.toSet());
        return new ContributionRecord(asOf, coverage(standard, route, asOf, silent), rows, 0);
    }

    private static List<Coverage> coverage(
            Standard standard, @Nullable String route, LocalDate asOf, Set<String> silent) {
        List<Coverage> coverage = new ArrayList<>();
        new Assessor().question(standard, route, asOf, asOf).ifPresent(question -> {
            for (String area : question.areas()) {
                for (String kind : question.kinds()) {
                    CoverageState state = silent.contains(area) ? CoverageState.SILENT : CoverageState.ANSWERED;
                    coverage.add(new Coverage(area, kind, state));
                }
            }
        });
        return coverage;
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
