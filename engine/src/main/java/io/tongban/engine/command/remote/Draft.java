package io.tongban.engine.command.remote;

import io.tongban.engine.command.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One revision of a draft, as far as the commands read it.
 *
 * @param tag the revision as an entity tag: what is done next is done with this text or not at all
 */
record Draft(String item, String version, int revision, String state, String tag) {

    static Draft of(Http.Answer answer) throws CannotGoOn {
        JsonNode body = answer.body();
        Optional<String> tag = answer.etag();
        if (tag.isEmpty() || !body.hasNonNull("item") || !body.hasNonNull("version")) {
            throw new CannotGoOn(
                    ExitCode.UNUSABLE,
                    List.of(
                            "the server answered something that is not a draft",
                            "  remedy: see that --at is the address of a gateway"));
        }
        return new Draft(
                body.path("item").asString(),
                body.path("version").asString(),
                body.path("revision").asInt(),
                body.path("state").asString(),
                tag.get());
    }

    String path() {
        return "/" + Http.encoded(item) + "/" + Http.encoded(version);
    }

    Map<String, String> ifUnchanged() {
        return Map.of("If-Match", tag);
    }

    /** The title line: which text of which version. */
    void print(PrintWriter out, String word) {
        out.printf("%-10s %s %s, revision %d%n", word, item, version, revision);
    }
}
