package io.tongban.sandbox.picture;

import io.tongban.sandbox.picture.Assessed.Criterion;
import io.tongban.sandbox.picture.Assessed.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The story as lines for a terminal of 100 columns. */
public final class Picture {

    private static final int WIDTH = 100;
    private static final String MARGIN = "   ";
    private static final int LABEL = 12;

    private static final Map<String, String> OUTCOMES = Map.of(
            "ELIGIBLE", "符合条件: accepted, goes to the decision",
            "PROVISIONAL", "收件: received on record, settles by itself; nobody comes again",
            "INCOMPLETE", "一次性告知: one notice says all that is missing",
            "NOT_YET", "尚未满足: one notice with the ready date",
            "REVIEW", "转人工: a person decides",
            "INELIGIBLE", "不符合: other routes are shown");

    private final Ink ink;
    private final MonthStrip strip;

    public Picture(Ink ink) {
        this.ink = ink;
        this.strip = new MonthStrip(ink);
    }

    /** A rule across the page with a title in it. */
    public List<String> title(String mark, String title) {
        String start = "== " + mark + " == " + title + " ";
        return List.of("", ink.strong(start + "=".repeat(Math.max(3, WIDTH - DisplayWidth.of(start)))));
    }

    /** A label and its text; further lines stand below the text. */
    public List<String> labelled(String label, String... lines) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            all.add((MARGIN + DisplayWidth.pad(i == 0 ? label : "", LABEL) + lines[i]).stripTrailing());
        }
        return all;
    }

    /** What was said in 2017, and what was wrong with it. */
    public List<String> told(String said, String wrong) {
        return labelled("2017", ink.bad(said), ink.quiet(wrong));
    }

    /** Every criterion with its state and figures, the reasons of those that are open, dates, and the strip of months. */
    public List<String> answer(Assessed assessed) {
        List<String> lines = new ArrayList<>(labelled(
                "Tongban",
                state(assessed.outcome(), assessed.outcome()) + "  " + OUTCOMES.getOrDefault(assessed.outcome(), "")));
        int names = assessed.criteria().stream()
                .mapToInt(criterion -> DisplayWidth.of(name(criterion)))
                .max()
                .orElse(0);
        for (Criterion criterion : assessed.criteria()) {
            lines.addAll(labelled("", criterion(criterion, names)));
            for (Reason reason : criterion.reasons()) {
                lines.addAll(labelled(
                        "", "  " + reason.reason().zh(), "  " + reason.reason().en()));
            }
        }
        lines.addAll(labelled("ready", date(assessed.readyOn()) + "   " + through(assessed)));
        lines.addAll(labelled("lapses", lapsing(assessed)));
        lines.addAll(labelled("months", strip.lines(assessed.months()).toArray(String[]::new)));
        return lines;
    }

    /** The figures stand beside the state where the page has room for them, else below the name. */
    private String[] criterion(Criterion criterion, int names) {
        String start = DisplayWidth.pad(name(criterion), names) + "  ";
        String state = "%-9s".formatted(criterion.state());
        String figures = figures(criterion.figures());
        boolean fits = MARGIN.length() + LABEL + DisplayWidth.of(start + state + "  " + figures) <= WIDTH;
        String first = start + state(criterion.state(), state);
        return fits
                ? new String[] {first + "  " + ink.quiet(figures)}
                : new String[] {first, "  " + ink.quiet(figures)};
    }

    public String good(String text) {
        return ink.good(text);
    }

    public String strong(String text) {
        return ink.strong(text);
    }

    /** Rows as columns, each as wide as its widest cell. */
    public List<String> table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(MARGIN);
            for (int i = 0; i < row.size(); i++) {
                line.append(DisplayWidth.pad(row.get(i), widths[i])).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String name(Criterion criterion) {
        return criterion.id() + " " + criterion.name().zh();
    }

    private String state(String state, String text) {
        return switch (state) {
            case "MET", "WAIVED", "ELIGIBLE" -> ink.good(text);
            case "PENDING", "TOLERABLE", "PROVISIONAL", "NOT_YET" -> ink.waiting(text);
            default -> ink.bad(text);
        };
    }

    private static String figures(Map<String, String> figures) {
        return new TreeMap<>(figures)
                .entrySet().stream()
                        .filter(figure -> !figure.getValue().isBlank())
                        .map(figure -> figure.getKey() + " " + figure.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "unknown 待定" : date.toString();
    }

    private static String through(Assessed assessed) {
        return "(" + assessed.run().counted() + " months counted"
                + (assessed.run().pending().isEmpty()
                        ? ""
                        : ", pending "
                                + assessed.run().pending().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", ")))
                + (assessed.through() == null ? "" : ", needed through " + assessed.through()) + ")";
    }

    private static String lapsing(Assessed assessed) {
        return assessed.lapsing().isEmpty()
                ? "nothing that it relies on"
                : assessed.lapsing().stream()
                        .map(lapse -> lapse.paper() + " on " + lapse.on())
                        .collect(Collectors.joining(", "));
    }
}
