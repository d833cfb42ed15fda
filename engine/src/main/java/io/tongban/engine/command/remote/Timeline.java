package io.tongban.engine.command.remote;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** When the versions of an item are in force, and the days on which none is, as a server answers it. */
final class Timeline {

    private Timeline() {}

    static void print(PrintWriter out, JsonNode answer) {
        for (JsonNode period : answer.path("periods")) {
            out.printf("  %-20s %s%n", period.path("version").asString(), days(period));
        }
        gaps(out, answer);
    }

    static void gaps(PrintWriter out, JsonNode answer) {
        for (JsonNode gap : answer.path("gaps")) {
            out.printf("  %-20s %s%n", "GAP: no version", days(gap));
        }
    }

    static String days(JsonNode period) {
        return period.path("from").asString("?") + " .. " + period.path("until").asString("(until the next begins)");
    }
}
