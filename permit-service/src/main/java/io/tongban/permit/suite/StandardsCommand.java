package io.tongban.permit.suite;

import io.tongban.permit.document.DocumentInvalid;
import io.tongban.permit.standard.Standards;
import io.tongban.permit.standard.StandardsLibrary;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command {@code standards test [--standards FOLDER] FILE_OR_FOLDER...}: runs case suites and prints every difference.
 *
 * <p>It ends with 0 when all pass, with 1 when a case fails, and with 2 when a suite or a standard cannot be read.
 */
public final class StandardsCommand {

    private static final String USAGE = """
            usage: standards test [--standards FOLDER] FILE_OR_FOLDER...
              FILE_OR_FOLDER      a case suite, or a folder in which every YAML file with 'cases' is one
              --standards FOLDER  the standards to test; else those that were built in""";

    private static final int UNREADABLE = 2;

    private final PrintStream out;
    private final PrintStream err;

    StandardsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("standards");
    }

    /** Runs the command on the console; the answer is the exit code. */
    public static int run(String... arguments) {
        // Not the platform's encoding: a suite's names are Chinese wherever it runs.
        try (PrintStream out = console(FileDescriptor.out);
                PrintStream err = console(FileDescriptor.err)) {
            return new StandardsCommand(out, err).execute(List.of(arguments));
        }
    }

    int execute(List<String> arguments) {
        List<String> paths = new ArrayList<>(arguments);
        if (paths.size() < 2
                || !paths.removeFirst().equals("standards")
                || !paths.removeFirst().equals("test")) {
            err.println(USAGE);
            return UNREADABLE;
        }
        StandardsLibrary library = StandardsLibrary.builtIn();
        if (!paths.isEmpty() && paths.getFirst().equals("--standards")) {
            paths.removeFirst();
            if (paths.isEmpty()) {
                err.println(USAGE);
                return UNREADABLE;
            }
            library = StandardsLibrary.in(Path.of(paths.removeFirst()));
        }
        if (paths.isEmpty() || paths.stream().anyMatch(path -> path.startsWith("--"))) {
            err.println(USAGE);
            return UNREADABLE;
        }
        try {
            return test(library.standards(), paths);
        } catch (DocumentInvalid | UncheckedIOException refused) {
            err.println(refused.getMessage());
            return UNREADABLE;
        }
    }

    private int test(Standards standards, List<String> paths) {
        SuiteRunner runner = new SuiteRunner(standards, out);
        boolean readable = true;
        for (String path : paths) {
            try {
                for (Path file : suites(Path.of(path))) {
                    readable &= runner.run(file);
                }
            } catch (IOException missing) {
                out.println(path + ": cannot be read\n  remedy: name a file or folder that exists");
                readable = false;
            }
        }
        out.println(runner.passed() + " passed, " + runner.failed() + " failed");
        if (!readable) {
            return UNREADABLE;
        }
        return runner.failed() == 0 ? 0 : 1;
    }

    private static List<Path> suites(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            if (!Files.isReadable(path)) {
                throw new IOException("no such file");
            }
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .filter(SuiteRunner::isSuite)
                    .sorted()
                    .toList();
        }
    }

    private static PrintStream console(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
