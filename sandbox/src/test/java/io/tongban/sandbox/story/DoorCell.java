package io.tongban.sandbox.story;

import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.story.DoorRequests.About;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One caller at one operation, at one place where it is answered. */
final class DoorCell {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String NOT_FOUND = "/errors/not-found";
    private static final String NOT_SIGNED_IN = "/errors/not-signed-in";
    private static final String NOT_ALLOWED = "/errors/not-allowed";

    /** What an operation may answer without having asked who calls, or by refusing them. */
    private static final Set<Integer> NOT_PAST_THE_DOOR = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 428, 429);

    /** Failures by design: a guide that others have written at the moment. */
    private static final Set<Integer> BY_DESIGN = Set.of(503, 504);

    private final DoorTable table;
    private final DoorRequests requests;
    private final DescribedOperation operation;
    private final DoorTable.Row row;
    private final Part at;
    private final URI address;
    private final DoorCaller caller;
    private final DoorCaller.Shown shown;

    DoorCell(
            DoorTable table,
            DoorRequests requests,
            DescribedOperation operation,
            DoorTable.Row row,
            Part at,
            URI address,
            DoorCaller caller) {
        this.table = table;
        this.requests = requests;
        this.operation = operation;
        this.row = row;
        this.at = at;
        this.address = address;
        this.caller = caller;
        this.shown = caller.shown(at == Part.INSURANCE_ADAPTER ? DoorAccounts.INSURANCE : DoorAccounts.API);
    }

    /** What is not as the table says, a sentence each. */
    List<String> findings() throws IOException, InterruptedException {
        List<String> findings = new ArrayList<>();
        Expected expected = expected();
        HttpResponse<String> answer = ask(expected == Expected.LET_IN ? About.WHAT_IT_NEVER_WAS : About.WHAT_IS_THERE);
        String wrong = wrong(expected, answer);
        if (wrong != null) {
            findings.add(this + " was answered " + answer.statusCode() + " " + type(answer) + ": " + wrong);
        }
        if (expected != Expected.LET_IN
                && DoorRequests.namesAThing(operation)
                && !maySeeIt(expected)
                && !table.mayTell(type(answer))) {
            HttpResponse<String> ofNothing = ask(About.WHAT_IS_NOT_THERE);
            if (!alike(answer).equals(alike(ofNothing))) {
                findings.add(this + " learns whether the thing is there: " + alike(answer) + " or " + alike(ofNothing));
            }
        }
        return findings;
    }

    private HttpResponse<String> ask(About about) throws IOException, InterruptedException {
        return requests.call(operation, about).send(address, shown.token(), caller.headers());
    }

    private Expected expected() {
        if (!shown.nothing() && !shown.accepted()) {
            return Expected.NOT_SIGNED_IN;
        }
        if (at == Part.GATEWAY && !row.atTheGateway()) {
            return Expected.NOT_FOUND;
        }
        if (isLetIn(row)) {
            return Expected.LET_IN;
        }
        if (shown.nothing()) {
            return Expected.NOT_SIGNED_IN;
        }
        return table.needed(row).stream().anyMatch(shown.authorities()::contains)
                ? Expected.NOT_IN_THE_RELATION
                : Expected.NOT_ALLOWED;
    }

    private boolean isLetIn(DoorTable.Row there) {
        return there.isForEverybody()
                || there.letIn().stream().anyMatch(word -> caller.isIn(word, table.word(word), shown));
    }

    /** Whether the thing may be read, so that its being there is no secret; a role that is missing is said first in any case. */
    private boolean maySeeIt(Expected expected) {
        return expected == Expected.NOT_IN_THE_RELATION
                && requests.reading(operation)
                        .flatMap(reading -> table.row(reading.id()))
                        .filter(this::isLetIn)
                        .isPresent();
    }

    private @Nullable String wrong(Expected expected, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500 && !BY_DESIGN.contains(status)) {
            return "an error of the service: " + answer.body();
        }
        if (status >= 400
                && !answer.headers().firstValue("Content-Type").orElse("").equals("application/problem+json")) {
            return "no problem: " + answer.body();
        }
        String type = type(answer);
        return switch (expected) {
            case LET_IN ->
                NOT_PAST_THE_DOOR.contains(status) || type.equals("/errors/invalid-request") || row.refusesWith(type)
                        ? "the table lets them in " + answer.body()
                        : null;
            case NOT_FOUND -> must(status == 404 && type.equals(NOT_FOUND), "no route leads there");
            case NOT_SIGNED_IN -> must(status == 401 && type.equals(NOT_SIGNED_IN), "they have to sign in");
            case NOT_IN_THE_RELATION ->
                must(
                        Set.of(401, 403, 404, 409).contains(status) && row.refusesWith(type),
                        "they have the role and are none of " + row.letIn() + ", so one of " + row.refusals());
            case NOT_ALLOWED ->
                must(
                        status == 403
                                && type.equals(NOT_ALLOWED)
                                && table.needed(row).equals(needed(answer)),
                        "they have none of " + table.needed(row) + ", and it should say so");
        };
    }

    private static @Nullable String must(boolean right, String otherwise) {
        return right ? null : otherwise;
    }

    private static String type(HttpResponse<String> answer) {
        return problem(answer).path("type").asString("");
    }

    private static Set<String> needed(HttpResponse<String> answer) {
        return problem(answer)
                .path("needsOneOf")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is the same of two calls if they are answered alike: all but their names and those of their things. */
    private String alike(HttpResponse<String> answer) {
        JsonNode problem = problem(answer);
        if (problem instanceof ObjectNode members) {
            members.remove(List.of("instance", "requestId"));
        }
        String text = problem.toString();
        for (String name : requests.names(operation)) {
            text = text.replace(name, "…");
        }
        return answer.statusCode() + " " + text;
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.statusCode() < 400 ? "{}" : answer.body());
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    @Override
    public String toString() {
        return operation.id() + " at " + at.label() + " as " + caller;
    }

    /** What a caller is answered. */
    private enum Expected {
        LET_IN,
        NOT_FOUND,
        NOT_SIGNED_IN,
        NOT_IN_THE_RELATION,
        NOT_ALLOWED
    }
}
