package io.tongban.api;

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

/** {@code api/bring-node} on machines that have nothing but what a test gives them. */
class BringNodeTests {

    private static final String LEFT_OUT = "the checks of the API's descriptions are left out";

    @TempDir
    private Path programs;

    @BeforeEach
    void giveTheShellWhatItNeeds() throws IOException {
        for (String program : List.of("bash", "cat", "env", "chmod")) {
            Files.createSymbolicLink(programs.resolve(program), Path.of("/usr/bin", program));
        }
    }

    @Test
    void doesNothingWhereNodeIs() throws IOException, InterruptedException {
        give("npm", "");
        give("node", "echo true");
        assertThat(run()).isEmpty();
    }

    @Test
    void installsItByAptAsRoot() throws IOException, InterruptedException {
        give("id", "echo 0");
        give("apt-get", """
                echo "apt-get $*"
                for program in npm node; do
                	printf '#!/bin/bash\\necho true\\n' >"%1$s/$program"; chmod +x "%1$s/$program"
                done
                """.formatted(programs));
        assertThat(run()).contains("-y --no-install-recommends nodejs npm").doesNotContain(LEFT_OUT);
    }

    @Test
    void saysWhatIsLeftOutWhereItMayNotInstall() throws IOException, InterruptedException {
        give("id", "echo 1000");
        give("apt-get", "echo never");
        assertThat(run()).contains(LEFT_OUT, "sudo apt-get install nodejs npm").doesNotContain("never");
    }

    @Test
    void saysSoWhenAptBringsNone() throws IOException, InterruptedException {
        give("id", "echo 0");
        give("apt-get", "exit 100");
        assertThat(run()).contains(LEFT_OUT);
    }

    @Test
    void anOldNodeIsNone() throws IOException, InterruptedException {
        give("npm", "");
        give("node", "echo false");
        give("id", "echo 1000");
        assertThat(run()).contains(LEFT_OUT);
    }

    private void give(String program, String script) throws IOException {
        Files.setPosixFilePermissions(
                Files.writeString(programs.resolve(program), "#!/bin/bash\n" + script + "\n"),
                PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run() throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("./bring-node").redirectErrorStream(true);
        script.environment().put("PATH", programs.toString());
        Process process = script.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
