package io.tongban.engine.command.remote;

import io.tongban.engine.canonical.CanonicalJson;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A draft as a person reads it: where it stands, who took which step, and the whole text. */
final class DraftPage {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\t]]");

    private DraftPage() {}

    static void print(PrintWriter out, Draft draft, JsonNode answer) {
        String text = answer.path("document").asString("");
        text.lines().forEach(line -> out.println("  | " + visible(line)));
        out.println();
        steps(out, draft, answer);
        out.printf("%-10s %s (as sha256sum says for the file)%n", "text", CanonicalJson.digest(text));
    }

    static void steps(PrintWriter out, Draft draft, JsonNode answer) {
        draft.print(out, draft.state().toLowerCase(Locale.ROOT));
        out.printf(
                "%-10s %s by %s%n",
                "drafted",
                answer.path("draftedAt").asString("?"),
                answer.path("draftedBy").asString("?"));
        for (JsonNode step : answer.path("steps")) {
            out.printf(
                    "%-10s %s by %s%s%n",
                    step.path("state").asString("?").toLowerCase(Locale.ROOT),
                    step.path("recordedAt").asString("?"),
                    step.path("actor").asString("?"),
                    step.hasNonNull("reason") ? ": " + step.path("reason").asString() : "");
        }
        out.printf("%-10s %d%n", "suites", answer.path("suites").size());
    }

    /** With what a terminal would obey or a reader not see, so that nobody approves something else than what they read. */
    private static String visible(String line) {
        return UNSEEN.matcher(line)
                .replaceAll(unseen -> "<U+%04X>".formatted(unseen.group().codePointAt(0)));
    }
}
