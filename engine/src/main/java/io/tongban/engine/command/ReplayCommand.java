package io.tongban.engine.command;

import com.nimbusds.jose.jwk.JWKSet;
import io.tongban.engine.document.DocumentInvalid;
import io.tongban.engine.document.TextFile;
import io.tongban.engine.replay.CaseExport;
import io.tongban.engine.replay.Replay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code standards replay}: makes a decided case again from its export, and says whether it comes out the same. */
@Command(
        name = "replay",
        description = "Makes a decided case again from its export, and says whether it comes out the same.")
public final class ReplayCommand implements Callable<Integer> {

    /** An export with a member that nobody knows is not one of ours: a misspelt paper must not get lost. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private StandardsOption standards;

    @Option(
            names = "--keys",
            paramLabel = "JWKS.json",
            description = "the insurance adapter's public keys; else the record's signature is not checked")
    private @Nullable Path keys;

    @Parameters(paramLabel = "CASE_EXPORT.json", description = "what GET /api/v1/cases/{id}/export answered")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CaseExport export = read(file);
        Replay.Result result = new Replay(standards.library(List.of(file)).standards(), keySet(keys)).of(export);
        out.printf(
                "case %s: %s, route %s, applied on %s, decided under %s%n",
                export.about().id(),
                export.standard().item(),
                export.about().route(),
                export.facts().appliedOn(),
                export.standard().version());
        result.notes().forEach(out::println);
        if (result.differences().isEmpty()) {
            out.println("comes out the same");
            return ExitCode.OK;
        }
        out.println("does not come out the same:");
        result.differences().forEach(difference -> out.println("  " + difference));
        return ExitCode.FOUND;
    }

    private static CaseExport read(Path file) {
        try {
            return JSON.readValue(TextFile.read(file), CaseExport.class);
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : Math.max(1, malformed.getLocation().getLineNr());
            throw new DocumentInvalid(
                    file.toString(),
                    line,
                    "this is no export of a case: " + problem(malformed),
                    "save the answer of GET /api/v1/cases/{id}/export as it came");
        }
    }

    private static String problem(JacksonException malformed) {
        if (!(malformed instanceof DatabindException)) {
            return "it is not JSON";
        }
        String member = malformed.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("/"));
        return member.isEmpty()
                ? "it does not say that its format is " + CaseExport.FORMAT
                : "'" + member + "' is not right";
    }

    private static @Nullable JWKSet keySet(@Nullable Path keys) {
        if (keys == null) {
            return null;
        }
        try {
            return JWKSet.parse(TextFile.read(keys));
        } catch (ParseException malformed) {
            throw new DocumentInvalid(
                    keys.toString(),
                    1,
                    "this is no set of keys",
                    "save the answer of the insurance adapter's /.well-known/jwks.json as it came");
        }
    }
}
