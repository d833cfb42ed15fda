package io.tongban.engine.command.remote;

import io.tongban.engine.command.ExitCode;
import io.tongban.engine.document.TextFile;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The command {@code standards publish}: brings a version to where somebody else can approve it. */
@Command(
        name = "publish",
        description = "Sends a version of a standard to a network, which checks it and runs its suites;"
                + " it is published when somebody else has approved it.")
public final class PublishCommand implements Callable<Integer> {

    private final Outside outside;

    @Parameters(paramLabel = "FILE", description = "the document of the version, or of one layer of it")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path document;

    @Option(
            names = "--suite",
            paramLabel = "FILE",
            description = "a case suite that the version has to pass; repeatable")
    private List<Path> suites = new ArrayList<>();

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public PublishCommand() {
        this(Outside.ofProcess());
    }

    PublishCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::publish);
    }

    private void publish(PrintWriter out) throws CannotGoOn {
        String text = text(document);
        List<String> suiteTexts = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>(Map.of("document", document.toString()));
        for (Path suite : suites) {
            suiteTexts.add(text(suite));
            files.put("suite " + suiteTexts.size(), suite.toString());
        }
        Server server = options.signIn(outside, out).speakingOf(files);

        Draft draft = Draft.of(server.post(
                "",
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                Map.of("document", text, "suites", suiteTexts)));
        draft.print(out, "drafted");
        JsonNode checked =
                server.post(draft.path() + "/check", draft.ifUnchanged(), null).body();
        out.printf("%-10s nothing is wrong with it; with it would be in force:%n", "checked");
        Timeline.print(out, checked);
        JsonNode tested =
                server.post(draft.path() + "/test", draft.ifUnchanged(), null).body();
        out.printf(
                "%-10s %d passed, 0 failed%n", "tested", tested.path("passed").asInt());
        out.println();
        out.println("Next, somebody who drafted no text of this version approves it, and then it is published:");
        out.printf("  standards approve %s %s --at %s%n", draft.item(), draft.version(), server.gateway());
    }

    private static String text(Path file) throws CannotGoOn {
        try {
            return TextFile.read(file);
        } catch (UncheckedIOException unreadable) {
            throw new CannotGoOn(
                    ExitCode.UNUSABLE,
                    List.of(String.valueOf(unreadable.getMessage()), "  remedy: name a file that can be read"));
        }
    }
}
