package io.tongban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.preflight.PortRange;
import io.tongban.sandbox.preflight.ThisMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher's Java side answers and refuses, as a process of its own; nothing was built where it runs. */
class SandboxApplicationTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"demo --help", "demo -h", "demo --once --help"})
    void saysHowTheDemoIsUsed(String words) throws Exception {
        Run run = run(words.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("--once", "--port-base=N", "8400", "--data=DIR", "Exit codes");
    }

    @Test
    void saysWhichCommandsThereAre() throws Exception {
        Run run = run("--help");

        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("demo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "frobnicate              | 'frobnicate' is not understood",
                "demo --twice            | '--twice'",
                "demo once               | 'once' is not understood",
                "demo --port-base        | '--port-base'",
                "demo --port-base x      | 'x' is not an int",
                "demo --port-base 1023   | --port-base cannot be 1023; name a number from 1024 to 65500",
                "demo --port-base 65501  | --port-base cannot be 65501; name a number from 1024 to 65500",
                "demo --data             | '--data'",
                "demo --data --once      | '--data'"
            })
    void refusesInOneLineWhatItDoesNotKnow(String words, String text) throws Exception {
        assertRefused(run(words.split(" ")), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file/below", "folder-of-files"})
    void refusesAFileWhereAFolderIsToBe(String name) throws Exception {
        Files.writeString(folder.resolve("file"), "mine");
        Files.writeString(
                Files.createDirectory(folder.resolve("folder-of-files")).resolve("secrets"), "mine");

        assertRefused(
                run("demo", "--once", "--data", folder.resolve(name).toString()),
                folder.resolve(name).toString(),
                " cannot be written (",
                "name a folder that you may write");
    }

    @Test
    void refusesAFolderThatNobodyCanMake() throws Exception {
        assumeThat(Path.of("/proc/self")).exists();

        assertRefused(run("demo", "--data", "/proc/x"), "/proc/x cannot be written (", "name a folder");
    }

    @Test
    void refusesAReadOnlyFolder() throws Exception {
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        List<String> asOrdinaryUser = List.of();
        if (Files.isWritable(closed)) { // root may write everywhere, but not from a user namespace of its own
            asOrdinaryUser = List.of("unshare", "-U");
            assumeThat(new ProcessBuilder("unshare", "-U", "true").start().waitFor())
                    .isZero();
        }

        assertRefused(
                run(asOrdinaryUser, "demo", "--data", closed.toString()),
                closed + " cannot be written (permission denied)");
        assertRefused(run(asOrdinaryUser, "demo", "--data", closed + "/below"), closed + "/below cannot be written (");
    }

    @Test
    void refusesPortsOfTheEphemeralRangeAndProposesOthers() throws Exception {
        PortRange ephemeral = new ThisMachine().ephemeralPorts();
        for (int base : List.of(ephemeral.first(), ephemeral.first() - 10, Math.min(ephemeral.last(), 65_500))) {
            Path untouched = folder.resolve("untouched");

            Run run = run("demo", "--port-base", Integer.toString(base), "--data", untouched.toString());

            assertRefused(run, "(" + ephemeral + ")");
            Matcher proposal = Pattern.compile("--port-base (\\d+)\\.").matcher(run.output());
            assertThat(proposal.find()).as(run.output()).isTrue();
            int proposed = Integer.parseInt(proposal.group(1));
            assertThat(ephemeral.containsAnyOf(Part.ports(proposed).keySet())).isFalse();
            assertThat(untouched).doesNotExist();
        }
    }

    private static void assertRefused(Run run, String... texts) {
        assertThat(run.status()).as(run.output()).isEqualTo(2);
        assertThat(run.output().lines()).as(run.output()).hasSize(1);
        assertThat(run.output()).startsWith("./tongban").contains(texts);
    }

    private Run run(String... words) throws IOException, InterruptedException {
        return run(List.of(), words);
    }

    private Run run(List<String> under, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(under);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dtongban.root=" + Files.createDirectories(folder.resolve("clone")),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxApplication.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int status, String output) {}
}
