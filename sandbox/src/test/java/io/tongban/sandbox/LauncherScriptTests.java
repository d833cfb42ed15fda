package io.tongban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tongban.platform.crypto.KeyCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LauncherScriptTests {

    private static final Path SCRIPT = Path.of("../tongban").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void saysWhereItLookedForAJdkAndWhatToDo() throws Exception {
        Path older = jdk("older", "21.0.4");

        Run run =
                run(Map.of("JAVA_HOME", older.toString(), "TONGBAN_JDK_FOLDERS", folder.toString()), "demo", "--once");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("no JDK 25 in JAVA_HOME (" + older + ")")
                .contains("SDKMAN")
                .contains("sdk install java 25");
    }

    @Test
    void findsAJdkInAFolderOfJdks() throws Exception {
        jdk("a-runtime-without-compiler", "25.0.1");
        Files.delete(folder.resolve("a-runtime-without-compiler/bin/javac"));
        jdk("twenty-five", "25.0.3");

        Run run = run(
                Map.of("JAVA_HOME", "", "TONGBAN_JDK_FOLDERS", folder.toString(), "TONGBAN_BUILD", "never"),
                "standards",
                "test",
                "x.yaml");

        // The reactor builds permit-service before this module, a run of this module alone may not have it.
        assertThat(run.output())
                .containsAnyOf("standards test x.yaml", "engine is not built")
                .doesNotContain("no JDK 25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "--help", "-h"})
    void listsItsCommands(String words) throws Exception {
        Run run = runWithoutJdk(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(run.status()).isZero();
        for (String command : List.of("demo", "test", "standards", "suites", "keys", "holes", "reset", "help")) {
            assertThat(run.output().lines())
                    .as("one line for %s", command)
                    .filteredOn(line -> line.startsWith("  ./tongban " + command + " "))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo --help               | --once",
                "demo --once -h            | --port-base N",
                "help demo                 | --data DIR",
                "test --help               | arguments go to Maven",
                "test -h                   | ./mvnw verify",
                "test -pl platform --help  | arguments go to Maven",
                "help standards            | standards help",
                "suites --help             | FILE_OR_FOLDER",
                "keys --help               | generate DIR",
                "keys promote -h           | promote DIR",
                "help keys                 | add DIR",
                "holes --help              | holes check",
                "holes check -h            | --old-after DAYS",
                "help holes                | holes take --dated DAY EXPORT",
                "reset --help              | --yes",
                "reset --yes -h            | --data DIR",
                "help reset                | asks before",
                "help --help               | help [COMMAND]"
            })
    void saysHowACommandIsUsedWithoutAJdk(String words, String text) throws Exception {
        Run run = runWithoutJdk(words.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.output()).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "frobnicate               | ./tongban: there is no command 'frobnicate';",
                "help frobnicate          | no command 'frobnicate'",
                "help demo reset          | 'reset' is one word too many",
                "demo --twice             | '--twice' is not understood",
                "demo once                | 'once' is not understood",
                "demo --yes               | '--yes' is not understood",
                "demo --once=1            | --once takes no value",
                "demo --port-base         | --port-base needs a value",
                "demo --port-base 1023    | from 1024 to 65500, not '1023'",
                "demo --port-base=65501   | from 1024 to 65500, not '65501'",
                "demo --port-base x       | not 'x'",
                "demo --port-base 01024   | not '01024'",
                "demo --data              | --data needs a value",
                "demo --data --once       | --data needs a value",
                "demo --data=             | --data needs a value",
                "demo --once --once       | --once is given twice",
                "suites                   | a file or folder is missing",
                "suites --all             | '--all' is not understood",
                "suites --standards       | --standards needs a value",
                "suites --standards= x    | --standards needs a value",
                "suites --standards x     | a file or folder is missing",
                "keys                     | a command is missing",
                "keys destroy x           | 'destroy' is not understood",
                "keys generate            | generate needs a folder",
                "keys generate --force    | '--force' is not understood",
                "keys add x y             | 'y' is one word too many",
                "reset --data             | --data needs a value",
                "reset --data --yes       | --data needs a value",
                "reset --once             | '--once' is not understood",
                "reset all                | 'all' is not understood"
            })
    void refusesInOneLineWhatItDoesNotKnowBeforeItNeedsAJdk(String words, String text) throws Exception {
        Run run = runWithoutJdk(words.split(" "));

        assertThat(run.status()).as(run.output()).isEqualTo(2);
        assertThat(run.output().lines()).hasSize(1);
        assertThat(run.output()).contains(text).matches(".*; .* (says how it is used|lists those there are)\\.\\n");
    }

    @Test
    void refusesASuiteWhoseRulesNoJarHas() throws Exception {
        Path suite = Files.writeString(folder.resolve("suite.yaml"), "suite: unheard-of\ncases: []\n");

        Run run = runWithoutJdk("suites", suite.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output())
                .contains(suite + ": there are no suites of the kind 'unheard-of'; the kinds there are: assessments");
    }

    @Test
    void runsSuitesByTheJarOfTheirKind() throws Exception {
        jdk("twenty-five", "25.0.3");
        Path suite = Files.writeString(folder.resolve("suite.yaml"), "suite: assessments\ncases: []\n");

        Run run = run(
                Map.of("JAVA_HOME", "", "TONGBAN_JDK_FOLDERS", folder.toString(), "TONGBAN_BUILD", "never"),
                "suites",
                suite.toString());

        assertThat(run.output()).containsAnyOf("-cli.jar suites " + suite, "engine is not built");
    }

    @Test
    void handsTheNamedStandardsToTheEngine() throws Exception {
        jdk("twenty-five", "25.0.3");
        Path clone = folder.resolve("clone");
        Path script = copyOfTheScript(clone, "guard");
        Files.createFile(Files.createDirectories(clone.resolve("engine/target")).resolve("engine-1-cli.jar"));
        Path suites = Files.createDirectories(folder.resolve("suites"));
        Path misspelt = Files.writeString(suites.resolve("suite.yaml"), "standard: elder-card\ncasez: []\n");
        Files.writeString(suites.resolve("other.yaml"), "standards: []\n");

        Run run = run(
                script,
                Map.of("JAVA_HOME", "", "TONGBAN_JDK_FOLDERS", folder.toString(), "TONGBAN_BUILD", "never"),
                "",
                "suites",
                "--standards",
                "here",
                suites.toString());

        assertThat(run.output()).containsPattern("-cli.jar suites --standards here " + misspelt + "\n");
    }

    @Test
    void endsWithTheExitCodeOfAJarThatGivesUp() throws Exception {
        Path home = jdk("twenty-five", "25.0.3");
        Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho cannot be used >&2\nexit 2\n");
        Path clone = folder.resolve("clone");
        Path script = copyOfTheScript(clone, "guard");
        Files.createFile(Files.createDirectories(clone.resolve("engine/target")).resolve("engine-1-cli.jar"));
        Path suite = Files.writeString(folder.resolve("suite.yaml"), "cases: []\n");

        Run run = run(
                script,
                Map.of("JAVA_HOME", "", "TONGBAN_JDK_FOLDERS", folder.toString(), "TONGBAN_BUILD", "never"),
                "",
                "suites",
                suite.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).contains("cannot be used", "not run to the end (exit 2)");
    }

    @Test
    void makesTheArchiveOfClassesAgainForAnotherJar() throws Exception {
        jdk("twenty-five", "25.0.3");
        Path clone = folder.resolve("clone");
        Path script = copyOfTheScript(clone, "guard");
        Path target = Files.createDirectories(clone.resolve("engine/target"));
        Path archive = Files.createFile(target.resolve("classes.jsa"));
        Path jar = Files.createFile(target.resolve("engine-1-cli.jar"));
        Map<String, String> environment =
                Map.of("JAVA_HOME", "", "TONGBAN_JDK_FOLDERS", folder.toString(), "TONGBAN_BUILD", "never");

        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThat(run(script, environment, "", "standards", "check").status()).isZero();
        assertThat(archive).exists();

        Files.setLastModifiedTime(archive, FileTime.fromMillis(-1000));
        Run run = run(script, environment, "", "standards", "check");
        assertThat(run.output()).contains("-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
        assertThat(archive).doesNotExist();
    }

    @Test
    void doesNotTakeTwoOptionsInOneWord() throws Exception {
        assertThat(run(Map.of(), "demo", "--once --data").output()).contains("'--once --data' is not understood");
    }

    @Test
    void saysTheSameOfTheDemoAsItsJavaSide() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxApplication.class.getName(),
                        "demo",
                        "--help")
                .start();
        String javaSide = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(options(javaSide))
                .contains("--once")
                .isEqualTo(options(run(Map.of(), "demo", "--help").output()));
    }

    @Test
    void namesTheCommandsOfKeysThatAServiceHas() throws Exception {
        Run help = run(Map.of(), "keys", "--help");

        for (String command : new CommandLine(KeyCommand.class).getSubcommands().keySet()) {
            if (!command.equals("help")) {
                assertThat(help.output()).contains("./tongban keys " + command + " DIR");
                assertThat(run(Map.of(), "keys", command).output()).contains(command + " needs a folder");
            }
        }
    }

    @Test
    void resetsItsOwnDataAndNothingElse() throws Exception {
        makeData();

        Run run = run(Map.of(), "reset", "--data", folder.toString(), "--yes");

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(names()).containsExactlyInAnyOrder("tools", "holiday-pictures");
        assertThat(run(Map.of(), "reset", "--data", folder.toString(), "--yes").output())
                .contains("There is nothing to remove in " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--dta", "--data", "--yes please", "--yes --data"})
    void removesNothingOfItsOwnFolderWhenAskedForHelpOrMisunderstood(String words) throws Exception {
        Path clone = folder.resolve("clone");
        Path secrets = Files.createDirectories(clone.resolve(".tongban/secrets"));
        Files.createFile(clone.resolve(".tongban/launcher.pid"));
        Path script = copyOfTheScript(clone, "help/reset.txt");

        Run run = run(script, Map.of(), "", ("reset " + words).split(" "));

        assertThat(run.status()).as(run.output()).isEqualTo(words.endsWith("h") || words.endsWith("help") ? 0 : 2);
        assertThat(secrets).exists();

        assertThat(run(script, Map.of(), "", "reset", "--yes").status()).isZero();
        assertThat(secrets).as("it is what reset removes").doesNotExist();
    }

    @Test
    void doesNotResetWithoutBeingAbleToAsk() throws Exception {
        makeData();

        Run run = run(Map.of(), "reset", "--data", folder.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output().lines()).hasSize(1);
        assertThat(run.output()).contains("no terminal to ask", folder.toString(), "--yes");
        assertThat(names()).contains("postgresql", "secrets");
    }

    @ParameterizedTest
    @CsvSource({"y, 0", "n, 1", "yes please, 1", "'', 1"})
    void asksAtATerminalBeforeItResets(String answer, int status) throws Exception {
        makeData();

        Run run = runAtATerminal(answer + "\n", "reset", "--data", folder.toString());

        assertThat(run.status()).as(run.output()).isEqualTo(status);
        assertThat(run.output())
                .contains("This will be removed from " + folder)
                .contains("postgresql", "secrets")
                .doesNotContain("holiday-pictures");
        assertThat(Files.exists(folder.resolve("postgresql"))).isEqualTo(status != 0);
        assertThat(names()).contains("tools", "holiday-pictures");
    }

    @Test
    void refusesToResetAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        Run run = run(Map.of(), "reset", "--yes", "--data", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output().lines()).hasSize(1);
        assertThat(run.output()).contains(file + " is not a folder");
        assertThat(file).hasContent("mine");
    }

    @Test
    void refusesToResetAFolderOnWhichNoDemoHasRun() throws Exception {
        Path others = Files.createDirectories(folder.resolve("postgresql"));

        Run run = run(Map.of(), "reset", "--yes", "--data", folder.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output().lines()).hasSize(1);
        assertThat(run.output()).contains("no demo has run on " + folder);
        assertThat(others).exists();
    }

    @Test
    void resetsTheFolderBelowThisOneWhateverCdpathSays() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/data/secrets"));
        Path here = Files.createDirectories(folder.resolve("data/secrets"));
        for (Path secrets : List.of(elsewhere, here)) {
            Files.createFile(secrets.resolveSibling("launcher.pid"));
        }

        Run run = run(Map.of("CDPATH", folder.resolve("elsewhere").toString()), "reset", "--yes", "--data", "data");

        assertThat(run.status()).as(run.output()).isZero();
        assertThat(elsewhere).exists();
        assertThat(here).doesNotExist();
    }

    @Test
    void doesNotResetUnderARunningNetwork() throws Exception {
        Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(
                folder.resolve("launcher.pid"),
                Long.toString(ProcessHandle.current().pid()));

        Run run = run(Map.of(), "reset", "--yes", "--data", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("the network is running").contains("Ctrl-C");
        assertThat(folder.resolve("postgresql")).exists();
    }

    @Test
    void saysInOneLineThatItWasInterruptedWhileBuildingAndEndsTheBuild() throws Exception {
        jdk("twenty-five", "25.0.3");
        Path clone = folder.resolve("clone");
        Path script = copyOfTheScript(clone, "guard");
        Path maven = Files.writeString(clone.resolve("mvnw"), "#!/bin/sh\necho building as $$\nexec sleep 600\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(
                        "perl", "-e", "setpgrp; $SIG{INT} = 'DEFAULT'; exec @ARGV or die $!", script.toString(), "demo")
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("JAVA_HOME", "", "TONGBAN_JDK_FOLDERS", folder.toString()));
        builder.environment().remove("TONGBAN_BUILD");
        Process demo = builder.start();
        try (BufferedReader output = demo.inputReader()) {
            assertThat(output.readLine()).startsWith("Building insurance-adapter ");
            String building = output.readLine();
            assertThat(building).startsWith("building as ");
            ProcessHandle build = ProcessHandle.of(Long.parseLong(building.substring("building as ".length())))
                    .orElseThrow();

            new ProcessBuilder("kill", "-s", "INT", "--", "-" + demo.pid())
                    .start()
                    .waitFor();

            assertThat(output.lines()).containsExactly("Interrupted while building; nothing was started.");
            assertThat(demo.waitFor()).isEqualTo(130);
            assertThat(build.isAlive()).isFalse();
        } finally {
            demo.descendants().forEach(ProcessHandle::destroyForcibly);
            demo.destroyForcibly();
        }
    }

    /** Something that looks like a JDK to the launcher, and says what it was called with. */
    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (String tool : List.of("java", "javac")) {
            Path program = Files.writeString(bin.resolve(tool), "#!/bin/sh\necho jdk " + name + " \"$@\"\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        return home;
    }

    private static Path copyOfTheScript(Path clone, String needed) throws IOException {
        Path copy = clone.resolve("sandbox/src/main/bash").resolve(needed);
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of("src/main/bash").resolve(needed), copy, StandardCopyOption.COPY_ATTRIBUTES);
        return Files.copy(SCRIPT, clone.resolve("tongban"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void makeData() throws IOException {
        for (String name : List.of("postgresql", "keycloak", "secrets", "logs", "tools", "holiday-pictures")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.createFile(folder.resolve("launcher.pid"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static Set<String> options(String help) {
        return Pattern.compile("--[a-z-]+")
                .matcher(help)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** Whatever asks for a JDK here fails. */
    private Run runWithoutJdk(String... arguments) throws Exception {
        return run(Map.of("JAVA_HOME", "", "TONGBAN_JDK_FOLDERS", folder.toString()), arguments);
    }

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        return run(SCRIPT, environment, "", arguments);
    }

    /** The program {@code script} of util-linux or of the BSDs gives it a terminal. */
    private Run runAtATerminal(String typed, String... arguments) throws Exception {
        Path terminal = Path.of("/usr/bin/script");
        assumeThat(terminal).exists();
        String command = SCRIPT + " " + String.join(" ", arguments);
        return System.getProperty("os.name", "").contains("Mac")
                ? run(terminal, Map.of(), typed, "-q", "/dev/null", "bash", "-c", command)
                : run(terminal, Map.of(), typed, "-qec", command, "/dev/null");
    }

    private Run run(Path program, Map<String, String> environment, String typed, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(typed.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // it did not read what was typed
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int status, String output) {}
}
