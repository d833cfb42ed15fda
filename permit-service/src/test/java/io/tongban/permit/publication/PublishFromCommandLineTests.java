package io.tongban.permit.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.EngineCommand;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import io.tongban.platform.test.TestClock;
import io.tongban.platform.test.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The commands as an editor and an approver start them, in processes of their own, on the real service. */
@PermitServiceTest
class PublishFromCommandLineTests {

    @Autowired
    private TestWindow window;

    @Autowired
    private TestTokens tokens;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final String item = LibraryCard.newItem();
    private final LibraryCard card = LibraryCard.of(item, "L1", "2016-01-01");

    @BeforeEach
    void today() {
        clock.reset();
    }

    @Test
    void anEditorPublishesAndAnotherApproves() throws Exception {
        Path document = write("L1.yaml", card.document());
        Path suite = write("cases.yaml", card.suite());
        String editor = token("lin", "standards-editor", "standards-approver");
        String approver = token("zhou", "standards-approver");

        Run published = run(editor, "publish", document.toString(), "--suite", suite.toString());
        assertThat(published.exit()).as(published.output()).isZero();
        assertThat(published.output())
                .contains(
                        "drafted    " + item + " L1, revision 1",
                        "  L1                   2016-01-01 .. (until the next begins)",
                        "tested     2 passed, 0 failed",
                        "standards approve " + item + " L1");

        Run own = run(editor, "approve", item, "L1", "--yes");
        assertThat(own.exit()).isEqualTo(2);
        assertThat(own.output()).contains("remedy: sign in as somebody");
        window.call().get("/api/v1/standards/" + item).expect(404);

        Run approved = run(approver, "approve", item, "L1", "--yes");
        assertThat(approved.exit()).as(approved.output()).isZero();
        assertThat(approved.output())
                .contains("  | item: " + item, "drafted    ", " by lin", "published  in force 2016-01-01 ..");

        Run status = run(approver, "status", item, "L1");
        assertThat(status.output()).contains("published  " + item + " L1, in force 2016-01-01 ..", "sha256:");
        assertThat(window.call()
                        .get("/api/v1/standards/" + item + "/L1/document")
                        .expect(200)
                        .text())
                .isEqualTo(card.document());
    }

    @Test
    void aMistakeIsShownInTheEditorsOwnFile() throws Exception {
        String mistaken = card.document().replace("lapseNoticeDays: 30", "lapseNoticeDay: 30");
        Path document = write("L1.yaml", mistaken);
        int line = mistaken.lines().toList().indexOf("lapseNoticeDay: 30") + 1;

        Run refused = run(token("lin", "standards-editor"), "publish", document.toString());

        assertThat(refused.exit()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output()).contains(document + ":" + line + ": ", "remedy: ");
    }

    @Test
    void aCaseThatFailsIsShownInTheEditorsOwnFile() throws Exception {
        Path document = write("L1.yaml", card.document());
        Path suite = write("cases.yaml", card.suite().replace("outcome: ELIGIBLE", "outcome: NOT_YET"));

        Run refused =
                run(token("lin", "standards-editor"), "publish", document.toString(), "--suite", suite.toString());

        assertThat(refused.exit()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output()).contains(suite + ":5: ", "ELIGIBLE");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String token(String subject, String... roles) {
        return tokens.token().subject(subject).roles(roles).sign();
    }

    private Run run(String token, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EngineCommand.class.getName(),
                "standards"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--at", "http://127.0.0.1:" + port));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TONGBAN_TOKEN", token);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int exit, String output) {}
}
