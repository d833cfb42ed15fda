package io.tongban.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/bring-promtool}, in a project of its own, on machines that have nothing but what a test gives them. */
class BringPromtoolTests {

    private static final String LEFT_OUT = "the checks of the alerts' rules are left out";

    @TempDir
    private Path project;

    @BeforeEach
    void giveTheShellWhatItNeeds() throws IOException {
        Files.createDirectories(project.resolve("bin"));
        for (String program : List.of("bash", "cat", "cp", "dirname", "env", "mkdir", "mktemp", "rm", "touch")) {
            Files.createSymbolicLink(project.resolve("bin").resolve(program), Path.of("/usr/bin", program));
        }
        Files.createDirectories(project.resolve("deploy"));
        Files.copy(Path.of("bring-promtool"), script());
    }

    @Test
    void doesNothingWherePromtoolIs() throws IOException, InterruptedException {
        give("promtool", "");

        assertThat(run()).isEmpty();
    }

    @Test
    void unpacksItAsRootAndInstallsNothing() throws IOException, InterruptedException {
        give("id", "echo 0");
        give("apt-get", """
                echo "apt-get $*"
                case $* in *download*) touch prometheus_1_amd64.deb ;; esac
                """);
        give("dpkg-deb", """
                mkdir -p usr/bin
                cp "%s/bin/id" usr/bin/promtool
                """.formatted(project));

        assertThat(run()).contains("download prometheus").doesNotContain("install", LEFT_OUT);
        assertThat(project.resolve(".tongban/tools/promtool")).isExecutable();
        assertThat(run()).as("the second time").isEmpty();
    }

    @Test
    void saysWhatIsLeftOutWhereItMayNotFetch() throws IOException, InterruptedException {
        give("id", "echo 1000");
        give("apt-get", "echo never");
        give("dpkg-deb", "echo never");

        assertThat(run()).contains(LEFT_OUT).doesNotContain("never");
    }

    @Test
    void saysSoWhenAptBringsNone() throws IOException, InterruptedException {
        give("id", "echo 0");
        give("apt-get", "exit 100");
        give("dpkg-deb", "exit 1");

        assertThat(run()).contains(LEFT_OUT);
    }

    private Path script() {
        return project.resolve("deploy").resolve("bring-promtool");
    }

    private void give(String program, String script) throws IOException {
        Files.setPosixFilePermissions(
                Files.writeString(project.resolve("bin").resolve(program), "#!/bin/bash\n" + script + "\n"),
                PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(script().toString()).redirectErrorStream(true);
        command.environment().put("PATH", project.resolve("bin").toString());
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
