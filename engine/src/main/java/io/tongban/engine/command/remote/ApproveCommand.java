package io.tongban.engine.command.remote;

import io.tongban.engine.command.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The command {@code standards approve}: the second pair of eyes reads a draft, and publishes it or says why not. */
@Command(
        name = "approve",
        description = "Shows a tested draft, and after a yes approves and publishes it, or rejects it with a reason.")
public final class ApproveCommand implements Callable<Integer> {

    private final Outside outside;

    @Parameters(index = "0", paramLabel = "ITEM", description = "for example residence-permit")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String item;

    @Parameters(index = "1", paramLabel = "VERSION", description = "for example R2")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String version;

    @Option(names = "--yes", description = "do not ask; for somebody who has read the draft")
    private boolean yes;

    @Option(names = "--reject", paramLabel = "REASON", description = "do not approve; the reason is for the editor")
    private @Nullable String reason;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public ApproveCommand() {
        this(Outside.ofProcess());
    }

    ApproveCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::approve);
    }

    private void approve(PrintWriter out) throws CannotGoOn {
        Server server = options.signIn(outside, out);
        Http.Answer answer = server.get("/" + Http.encoded(item) + "/" + Http.encoded(version) + "/draft");
        Draft draft = Draft.of(answer);
        DraftPage.print(out, draft, answer.body());
        if (reason != null) {
            server.post(draft.path() + "/rejection", draft.ifUnchanged(), Map.of("reason", reason));
            draft.print(out, "rejected");
            return;
        }
        if (!draft.state().equals("APPROVED")) {
            agree(out);
            // With the tag of the text that was shown: a newer one is not approved unseen.
            server.post(draft.path() + "/approval", draft.ifUnchanged(), null);
            draft.print(out, "approved");
        }
        JsonNode published = server.post(draft.path() + "/publication", draft.ifUnchanged(), null)
                .body();
        out.printf("%-10s in force %s%n", "published", Timeline.days(published));
        out.printf("%-10s %s%n", "", published.path("digest").asString("a base: in force only below another layer"));
        Timeline.gaps(out, published);
    }

    private void agree(PrintWriter out) throws CannotGoOn {
        if (yes) {
            return;
        }
        out.print("Approve this text and publish it? Type yes: ");
        out.flush();
        String typed = outside.lines().next();
        if (typed == null || !typed.strip().equals("yes")) {
            throw new CannotGoOn(
                    ExitCode.UNUSABLE,
                    List.of(
                            "nothing was approved",
                            "  remedy: type yes, or give --yes where nobody can type, or --reject REASON"));
        }
    }
}
