package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.EngineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A folder of standards that a test changes, and the command line run over it. */
final class StandardsFolder {

    private static final Path SMALL = Path.of("src", "test", "resources", "comparison");

    private final Path folder;
    private String printed = "";

    /** A copy of the small standard: the layer {@code province.yaml} and {@code city.yaml} on it. */
    StandardsFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("laws"));
        for (String file : List.of("index.yaml", "province.yaml", "city.yaml", "workdays.csv", "laws/law.md")) {
            Files.copy(SMALL.resolve(file), folder.resolve(file));
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Replaces a text that must be there. */
    void replace(String file, String text, String by) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(folder.resolve(file), before.replace(text, by));
    }

    /** A copy of a file under another name, which the index then names too. */
    void copy(String file, String copy) throws IOException {
        Files.copy(folder.resolve(file), folder.resolve(copy));
        replace("index.yaml", "calendar:", "- " + copy + "\ncalendar:");
    }

    /** Puts a layer of another item beside the small standard. */
    void copyLayer(Path layer) throws IOException {
        String name = layer.getFileName().toString();
        Files.copy(layer, folder.resolve(name));
        replace("index.yaml", "calendar:", "- " + name + "\ncalendar:");
    }

    /** The number of the first line that has this text. */
    int line(String file, String text) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(file + " has no line with " + text);
    }

    /** Runs a subcommand of {@code standards} over the folder. */
    int run(String subcommand, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("standards", subcommand, "--standards", folder.toString()));
        all.addAll(Arrays.asList(arguments));
        int exit =
                EngineCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        // Every command says first which standards it works on.
        String said = "standards: " + folder + System.lineSeparator();
        printed = out + err.toString().replaceFirst("^" + Pattern.quote(said), "");
        return exit;
    }

    String printed() {
        return printed;
    }

    List<String> lines() {
        return printed.lines().map(String::strip).toList();
    }
}
