package io.tongban.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherScriptTests {

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

    @Test
    void explainsItself() throws Exception {
        assertThat(run(Map.of(), "help").status()).isZero();
        assertThat(run(Map.of(), "help").output()).contains("demo [--once] [--port-base N]", "reset", "standards test");
        assertThat(run(Map.of(), "frobnicate").status()).isEqualTo(2);
    }

    @Test
    void resetsItsOwnDataAndNothingElse() throws Exception {
        for (String name : List.of("postgresql", "keycloak", "secrets", "logs", "tools", "holiday-pictures")) {
            Files.createDirectories(folder.resolve(name));
        }

        assertThat(run(Map.of(), "reset", "--data", folder.toString()).status()).isZero();

        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("tools", "holiday-pictures");
        }
    }

    @Test
    void doesNotResetUnderARunningNetwork() throws Exception {
        Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(
                folder.resolve("launcher.pid"),
                Long.toString(ProcessHandle.current().pid()));

        Run run = run(Map.of(), "reset", "--data", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("the network is running").contains("Ctrl-C");
        assertThat(folder.resolve("postgresql")).exists();
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

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of("../tongban").toAbsolutePath().normalize().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int status, String output) {}
}
