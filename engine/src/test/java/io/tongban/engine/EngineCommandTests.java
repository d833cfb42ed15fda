package io.tongban.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineCommandTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check", "test", "diff", "lint", "guide", "replay", "schema", "publish", "approve", "status", "help"
            })
    void everyCommandExplainsItselfAndRefusesWhatItDoesNotKnow(String command) {
        assertThat(run("standards", command, "--help")).isZero();
        assertThat(printed.toString()).contains("Usage: ").contains(command.equals("help") ? "COMMAND" : command);
        assertThat(run("standards", "--help")).isZero();
        assertThat(printed.toString()).as("it is listed").containsPattern("(?m)^  " + command + " ");
        if (!command.equals("help")) { // which explains whatever it is given
            assertThat(run("standards", command, "--no-such-option")).isEqualTo(2);
        }
    }

    @Test
    void listsTheCommandsWhereNoneOrAnotherIsNamed() {
        for (String words : List.of("standards", "standards frobnicate")) {
            assertThat(run(words.split(" "))).isEqualTo(2);
            assertThat(printed.toString()).contains("Usage: tongban standards", "  check ", "  schema ");
        }
    }

    private StringWriter printed = new StringWriter();

    private int run(String... arguments) {
        printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed, true);
        return EngineCommand.run(writer, writer, arguments);
    }
}
