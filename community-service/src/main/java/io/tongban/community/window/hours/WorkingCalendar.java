package io.tongban.community.window.hours;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The working days of the country: the week, and its exceptions by the State Council's yearly notice
 * (国务院办公厅关于部分节假日安排的通知).
 *
 * <p>Beyond the last year of the exceptions only the week is known; {@link #lastYear()} says where that begins.
 */
public final class WorkingCalendar {

    private final Map<LocalDate, DayKind> exceptions;

    private WorkingCalendar(Map<LocalDate, DayKind> exceptions) {
        this.exceptions = Map.copyOf(exceptions);
    }

    /** Reads {@code date,kind,name} lines under a header; kind is {@code holiday} or {@code makeup_workday}. */
    public static WorkingCalendar read(Reader source) throws IOException {
        Map<LocalDate, DayKind> exceptions = new HashMap<>();
        BufferedReader lines = new BufferedReader(source);
        String header = lines.readLine();
        if (!"date,kind,name".equals(header)) {
            throw new IllegalArgumentException("the calendar must begin with date,kind,name but has " + header);
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split(",", -1);
            exceptions.put(LocalDate.parse(fields[0]), kind(line, fields[1]));
        }
        if (exceptions.isEmpty()) {
            throw new IllegalArgumentException("the calendar names no exception");
        }
        return new WorkingCalendar(exceptions);
    }

    public DayKind kindOf(LocalDate day) {
        DayKind exception = exceptions.get(day);
        if (exception != null) {
            return exception;
        }
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY ? DayKind.WEEKEND : DayKind.WORKING_DAY;
    }

    /** The last year whose holidays are known. */
    public int lastYear() {
        return exceptions.keySet().stream().mapToInt(LocalDate::getYear).max().orElseThrow();
    }

    private static DayKind kind(String line, String kind) {
        return switch (kind) {
            case "holiday" -> DayKind.HOLIDAY;
            case "makeup_workday" -> DayKind.WORKING_DAY;
            default -> throw new IllegalArgumentException("unknown kind of day: " + line);
        };
    }
}
