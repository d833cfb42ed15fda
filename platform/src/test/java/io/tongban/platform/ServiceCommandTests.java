package io.tongban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tongban.platform.cli.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands of a service's jar answer and refuse. */
class ServiceCommandTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "--help, java -jar SERVICE.jar COMMAND",
        "-h, keys",
        "keys --help, promote",
        "keys -h, generate",
        "keys generate --help, 'keys generate [-h] DIR'",
        "keys generate DIR -h, never overwritten",
        "keys add --help, step 1",
        "keys promote --help, step 2",
        "help keys, generate",
        "keys help add, step 1"
    })
    void saysHowItIsUsed(String words, String text) {
        Answer answer = run(words.split(" "));

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains(text);
        assertThat(answer.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "frobnicate, 'java -jar SERVICE.jar: ''frobnicate'' is not understood'",
        "--server.port=1 keys, 'Unknown option: ''--server.port=1'''",
        "keys, Missing required subcommand",
        "keys destroy FOLDER, '''destroy FOLDER'' is not understood; java -jar SERVICE.jar keys --help says how'",
        "keys generate, 'keys generate: Missing required parameter: ''DIR'';'",
        "keys generate FOLDER two, '''two'' is not understood'",
        "keys generate FOLDER --force, 'Unknown option: ''--force'''",
        "keys add, Missing required parameter"
    })
    void refusesInOneLineWhatItDoesNotKnow(String words, String text) throws IOException {
        Path untouched = folder.resolve("untouched");

        Answer answer = run(words.replace("FOLDER", untouched.toString()).split(" "));

        assertRefused(answer, text.replace("FOLDER", untouched.toString()));
        assertThat(answer.err()).contains(" --help says how it is used.");
        assertThat(untouched).doesNotExist();
    }

    @Test
    void makesKeyFilesAndNeverOverwritesOne() throws IOException {
        Path keys = folder.resolve("new/keys");

        Answer made = run("keys", "generate", keys.toString());
        assertThat(made.code()).isZero();
        assertThat(made.out().lines())
                .hasSize(3)
                .allMatch(line -> Files.exists(Path.of(line.substring("made ".length()))));

        Files.delete(keys.resolve("field-encryption.json"));
        byte[] before = Files.readAllBytes(keys.resolve("blind-index.json"));
        assertRefused(
                run("keys", "generate", keys.toString()), "blind-index.json exists; key files are never overwritten");
        assertThat(keys.resolve("blind-index.json")).hasBinaryContent(before);
        assertThat(keys.resolve("field-encryption.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "file/below", "file/below/deeper"})
    void refusesAFileInThePlaceOfTheFolder(String name) throws IOException {
        Files.writeString(folder.resolve("file"), "mine");

        assertRefused(
                run("keys", "generate", folder.resolve(name).toString()), "cannot be written (", "; name a folder");
        assertThat(folder.resolve("file")).hasContent("mine");
    }

    @Test
    void refusesAFolderThatNobodyCanMake() {
        assumeThat(Path.of("/proc/self")).exists();

        assertRefused(run("keys", "generate", "/proc/x"), "/proc/x cannot be written (", "; name a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "promote"})
    void rotatesAllOrNothing(String step) throws IOException {
        assertRefused(run("keys", step, folder.toString()), "there is no " + folder.resolve("field-encryption.json"));

        run("keys", "generate", folder.resolve("keys").toString());
        Path keys = folder.resolve("keys");
        byte[] before = Files.readAllBytes(keys.resolve("field-encryption.json"));
        Files.writeString(keys.resolve("signing.json"), "{");
        assertRefused(
                run("keys", step, keys.toString()), "the key files in " + keys + " cannot be read as such; put back");
        Files.delete(keys.resolve("signing.json"));
        assertRefused(
                run("keys", step, keys.toString()),
                "there is no " + keys.resolve("signing.json") + "; name the folder");
        assertThat(keys.resolve("field-encryption.json"))
                .as("not rotated alone")
                .hasBinaryContent(before);
        try (Stream<Path> left = Files.list(keys)) {
            assertThat(left).hasSize(2);
        }
    }

    private static void assertRefused(Answer answer, String... texts) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).contains(texts);
        assertThat(answer.out()).isEmpty();
    }

    private static Answer run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Console.run(new ServiceCommand(), new PrintWriter(out), new PrintWriter(err), words);
        return new Answer(code, out.toString(), err.toString());
    }

    private record Answer(int code, String out, String err) {}
}
