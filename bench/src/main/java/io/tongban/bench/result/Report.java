package io.tongban.bench.result;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What one measurement came to: the worst figure first, then how it was measured, then all figures. */
public final class Report {

    private final String name;
    private final String subject;
    private final List<String> worst = new ArrayList<>();
    private final List<String> method = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    /**
     * An empty report.
     *
     * @param name of the measurement, and of its page
     * @param subject what is measured beside what
     */
    public Report(String name, String subject) {
        this.name = name;
        this.subject = subject;
    }

    /** A figure that is furthest from its aim, in a sentence; the first one added is the worst. */
    public Report worst(String sentence) {
        worst.add(sentence);
        return this;
    }

    /** How it was measured, in a sentence. */
    public Report method(String sentence) {
        method.add(sentence);
        return this;
    }

    public Report table(Table table) {
        tables.add(table);
        return this;
    }

    /** Prints the report and writes {@code bench/results/NAME.md}. */
    public void publish(Path root, PrintStream out) throws IOException {
        List<String> lines = lines(root);
        lines.forEach(out::println);
        out.flush();
        Path page = root.resolve("bench/results").resolve(name + ".md");
        Files.createDirectories(page.getParent());
        Files.write(page, lines);
    }

    /** Prints the report, which is too short a run to be kept. */
    public void show(Path root, PrintStream out) {
        lines(root).forEach(out::println);
        out.println("A quick run, or a part of one: nothing is written to bench/results.");
        out.flush();
    }

    private List<String> lines(Path root) {
        List<String> lines = new ArrayList<>();
        lines.add("# `bench/run " + name + "`: " + subject);
        lines.add("");
        worst.forEach(sentence -> lines.add("* **" + sentence + "**"));
        lines.add("");
        tables.forEach(table -> lines.addAll(table.lines()));
        lines.add("## How");
        lines.add("");
        lines.add("* Measured on " + LocalDate.now(ZoneOffset.UTC) + ", commit " + Commit.of(root) + ", "
                + Machine.here() + ".");
        method.forEach(sentence -> lines.add("* " + sentence));
        return lines;
    }
}
