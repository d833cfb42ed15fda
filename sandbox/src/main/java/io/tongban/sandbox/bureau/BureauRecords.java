package io.tongban.sandbox.bureau;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the bureaux know, and how it grows: a month is declared from a day of that month on and posted from a day of the
 * next.
 */
record BureauRecords(int declaredOnDay, int postedOnDay, List<Bureau> bureaux) {

    /** @param anybody whom the bureau knows besides; null: nobody */
    record Bureau(
            String path, List<Person> people, @Nullable Anybody anybody) {}

    /** Everybody whose number begins with the prefix: as many people as somebody has numbers for, with one record. */
    record Anybody(String prefix, String name, List<Employment> employments) {

        private Optional<Person> find(String idNumber, String called) {
            return idNumber.startsWith(prefix) && called.equals(name)
                    ? Optional.of(new Person(name, idNumber, employments, List.of()))
                    : Optional.empty();
        }
    }

    record Person(String name, String idNumber, List<Employment> employments, List<Transfer> transfers) {}

    /** @param last null while it goes on */
    record Employment(
            String unit,
            String unitName,
            String area,
            YearMonth first,
            @Nullable YearMonth last,
            String base,
            Map<String, String> amounts) {}

    record Transfer(
            String unit,
            String unitName,
            String area,
            String kind,
            YearMonth first,
            YearMonth last,
            String base,
            String amount,
            LocalDate recordedOn) {}

    /** A row of the query's table; the posted month is null until then. */
    record Row(
            YearMonth month,
            String kind,
            String unit,
            String unitName,
            String area,
            String base,
            String amount,
            String type,
            String posted,
            @Nullable YearMonth postedMonth) {}

    /** Both the number and the name must be the person's, as the query of 2017 had it. */
    static Optional<Person> find(Bureau bureau, String idNumber, String name) {
        return bureau.people().stream()
                .filter(person ->
                        person.idNumber().equals(idNumber) && person.name().equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(bureau.anybody()).flatMap(anybody -> anybody.find(idNumber, name)));
    }

    /** The rows of a year and kind as the bureau has them on a day, oldest first, transfers last as it sorted them. */
    List<Row> rows(Person person, int year, String kind, LocalDate on) {
        List<Row> rows = new ArrayList<>();
        for (Employment employment : person.employments()) {
            String amount = employment.amounts().get(kind);
            if (amount == null) {
                continue;
            }
            for (YearMonth month : months(year)) {
                if (covers(employment, month) && !on.isBefore(month.atDay(declaredOnDay))) {
                    rows.add(employmentRow(employment, month, kind, amount, on));
                }
            }
        }
        for (Transfer transfer : person.transfers()) {
            if (transfer.kind().equals(kind) && !on.isBefore(transfer.recordedOn())) {
                months(year).stream()
                        .filter(month -> !month.isBefore(transfer.first()) && !month.isAfter(transfer.last()))
                        .map(month -> transferRow(transfer, month))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static List<YearMonth> months(int year) {
        List<YearMonth> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(YearMonth.of(year, month));
        }
        return months;
    }

    private static boolean covers(Employment employment, YearMonth month) {
        YearMonth last = employment.last();
        return !month.isBefore(employment.first()) && (last == null || !month.isAfter(last));
    }

    private Row employmentRow(Employment employment, YearMonth month, String kind, String amount, LocalDate on) {
        YearMonth next = month.plusMonths(1);
        boolean posted = !on.isBefore(next.atDay(postedOnDay));
        return new Row(
                month,
                kind,
                employment.unit(),
                employment.unitName(),
                employment.area(),
                employment.base(),
                amount,
                "10",
                posted ? "1" : "0",
                posted ? next : null);
    }

    private static Row transferRow(Transfer transfer, YearMonth month) {
        return new Row(
                month,
                transfer.kind(),
                transfer.unit(),
                transfer.unitName(),
                transfer.area(),
                transfer.base(),
                transfer.amount(),
                "105",
                "1",
                YearMonth.from(transfer.recordedOn()));
    }
}
