package io.tongban.engine.command.remote;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The command {@code standards status}: how far a version has come, and what comes next. */
@Command(
        name = "status",
        description = "Says how far a version has come on its way to publication, and what comes next.")
public final class StatusCommand implements Callable<Integer> {

    private final Outside outside;

    @Parameters(index = "0", paramLabel = "ITEM", description = "for example residence-permit")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String item;

    @Parameters(index = "1", paramLabel = "VERSION", description = "for example R2")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String version;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public StatusCommand() {
        this(Outside.ofProcess());
    }

    StatusCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::status);
    }

    private void status(PrintWriter out) throws CannotGoOn {
        Server server = options.signIn(outside, out);
        JsonNode published = published(server);
        if (!published.isMissingNode()) {
            out.printf("%-10s %s %s, in force %s%n", "published", item, version, Timeline.days(published));
            out.printf(
                    "%-10s %s%n", "", published.path("digest").asString("a base: in force only below another layer"));
            return;
        }
        Http.Answer answer = server.get("/" + Http.encoded(item) + "/" + Http.encoded(version) + "/draft");
        Draft draft = Draft.of(answer);
        DraftPage.steps(out, draft, answer.body());
        out.println("Next: "
                + switch (draft.state()) {
                    case "DRAFT", "VALIDATED", "REJECTED" -> "the editor sends a text that passes: standards publish";
                    case "TESTED", "APPROVED" -> "standards approve " + item + " " + version;
                    default -> "nothing";
                });
    }

    /** The version among the published ones; missing if it is not. */
    private JsonNode published(Server server) throws CannotGoOn {
        for (JsonNode candidate : server.find("/" + Http.encoded(item)).path("versions")) {
            if (candidate.path("version").asString("").equals(version)) {
                return candidate;
            }
        }
        return MissingNode.getInstance();
    }
}
