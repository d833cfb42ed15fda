package io.tongban.engine.command.remote;

import io.tongban.engine.command.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A server's refusal as a person reads it: what, where, and how to mend it. Problem details (RFC 9457) where it sent them. */
final class Refusal {

    private Refusal() {}

    /** @param files the local file behind each name that the server gives to what it was sent */
    static CannotGoOn of(String call, Http.Answer answer, Map<String, String> files) {
        JsonNode problem = answer.body();
        List<String> lines = new ArrayList<>();
        if (!problem.path("mistakes").isEmpty()) { // those in a document, each with its place
            lines.add(problem.path("title").asString());
            for (JsonNode mistake : problem.path("mistakes")) {
                lines.add("  " + place(mistake, files) + ": "
                        + mistake.path("what").asString());
                lines.add("    remedy: " + mistake.path("remedy").asString());
            }
            return new CannotGoOn(ExitCode.FOUND, lines);
        }
        if (problem.hasNonNull("what")) { // of a network that tells only the first
            lines.add(problem.path("title").asString());
            lines.add("  " + place(problem, files) + ": " + problem.path("what").asString());
        } else if (problem.hasNonNull("title")) {
            lines.add(Stream.of(problem.path("title"), problem.path("detail"))
                    .map(text -> text.asString(""))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(": ")));
        } else {
            lines.add(call + ": answered " + answer.status() + " and did not say why");
        }
        for (JsonNode error : problem.path("errors")) {
            lines.add("  "
                    + error.path("pointer").asString(error.path("parameter").asString("?")) + ": "
                    + error.path("detail").asString(""));
        }
        for (JsonNode failure : problem.path("failures")) {
            lines.add(
                    "  " + place(failure, files) + ": " + failure.path("title").asString(""));
            failure.path("differences").forEach(difference -> lines.add("    " + difference.asString()));
        }
        int notShown =
                problem.path("failed").asInt(0) - problem.path("failures").size();
        if (notShown > 0) {
            lines.add("  and " + notShown + " more");
        }
        String remedy = problem.path("remedy").asString(remedy(answer.status()));
        if (!remedy.isEmpty()) {
            lines.add("  remedy: " + remedy);
        }
        if (answer.status() >= 500 && problem.hasNonNull("requestId")) {
            lines.add("  request: " + problem.path("requestId").asString());
        }
        return new CannotGoOn(isFinding(answer.status()) ? ExitCode.FOUND : ExitCode.UNUSABLE, lines);
    }

    private static String place(JsonNode at, Map<String, String> files) {
        String file = at.path("file").asString("?");
        return files.getOrDefault(file, file) + ":" + at.path("line").asInt(1);
    }

    /** What was sent can be read and is found wanting, or comes at the wrong time. */
    private static boolean isFinding(int status) {
        return status == 409 || status == 412 || status == 422;
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 -> "sign in again; a token in TONGBAN_TOKEN lives a few minutes";
            case 403 -> "sign in as somebody whose role allows it, and who drafted no revision of the version";
            case 404 -> "see that item, version and address are spelt right";
            case 412 -> "look at the newer text first, then start the command again";
            case 413 -> "send less at once: fewer or smaller suites";
            case 429, 502, 503, 504 -> "try again in a moment; nothing is done twice";
            case 500 -> "tell the operator the request's number";
            default -> "";
        };
    }
}
