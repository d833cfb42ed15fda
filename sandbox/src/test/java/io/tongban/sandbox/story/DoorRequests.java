package io.tongban.sandbox.story;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How each operation is called so that the answer tells whether the door was passed: about things that are there, with a body
 * that is valid, and so that nothing is changed by who gets in.
 */
final class DoorRequests {

    /** What a thing has in its address. */
    enum About {
        /** One that is there, at the version that it has: whoever should be refused would change it. */
        WHAT_IS_THERE,
        /** The same, at a version that it never had: whoever is let in changes nothing. */
        WHAT_IT_NEVER_WAS,
        WHAT_IS_NOT_THERE
    }

    private static final String UNKNOWN = "nothing-has-this-name";

    private static final Pattern VARIABLE = Pattern.compile("\\{([^/}]+)}");
    private static final String NO_VERSION = "\"999\"";
    private static final String UNKNOWN_ID = new UUID(0x0199b3a07a517c6eL, 0x8f0e5d3f1c9a2b10L).toString();
    private static final String WINDOW = "window";
    private static final Map<String, String> QUERY = Map.of("item", Jiang.ITEM, WINDOW, Counter.COMMUNITY_WINDOW);

    private final DoorThings things;
    private final Collection<DescribedOperation> operations;
    private final Map<String, String> versions;

    DoorRequests(DoorThings things, Collection<DescribedOperation> operations) {
        this.things = things;
        this.operations = List.copyOf(operations);
        this.versions = Map.of("/api/v1/cases/", things.caseVersion(), "/api/v1/standards/", things.draftVersion());
    }

    /** Whether an address says which thing it is about. */
    static boolean namesAThing(DescribedOperation operation) {
        return VARIABLE.matcher(operation.path()).find();
    }

    /** The parts of the address that say which thing it is, there and not there. */
    Set<String> names(DescribedOperation operation) {
        return VARIABLE.matcher(operation.path())
                .results()
                .flatMap(found -> Set.of(name(operation, found.group(1)), unknown(found.group(1))).stream())
                .collect(Collectors.toSet());
    }

    /** The operation that reads the thing that this one is about. */
    Optional<DescribedOperation> reading(DescribedOperation operation) {
        String thing = operation.path().substring(0, operation.path().lastIndexOf('}') + 1);
        return operations.stream()
                .filter(other -> other.method().equals("GET") && other.path().equals(thing))
                .findFirst();
    }

    DoorCall call(DescribedOperation operation, About about) {
        String path = VARIABLE.matcher(operation.path())
                .replaceAll(found -> Matcher.quoteReplacement(
                        about == About.WHAT_IS_NOT_THERE ? unknown(found.group(1)) : name(operation, found.group(1))));
        String query = operation.required().stream()
                .map(name -> name + "=" + known(QUERY, name, operation))
                .collect(Collectors.joining("&"));
        Map<String, String> headers = new LinkedHashMap<>();
        String version = versions.entrySet().stream()
                .filter(entry -> operation.path().startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(NO_VERSION);
        headers.put("If-Match", about == About.WHAT_IT_NEVER_WAS ? NO_VERSION : version);
        return new DoorCall(operation.method(), query.isEmpty() ? path : path + "?" + query, headers, body(operation));
    }

    private String name(DescribedOperation operation, String variable) {
        return switch (operation.path().substring(0, operation.path().indexOf("/{"))) {
            case "/api/v1/cases" -> things.caseId();
            case "/api/v1/consents" -> things.withdrawnConsent();
            case "/api/v1/webhooks" -> things.webhook();
            case "/api/v1/visits" -> things.visit().id();
            case "/api/v1/tickets" -> things.ticket();
            case "/api/v1/appointments" -> things.appointment();
            case "/api/v1/windows" -> Counter.COMMUNITY_WINDOW;
            case "/api/v1/divisions" -> DoorAccounts.Place.OF_THE_WINDOW.division();
            case "/api/v1/standards/laws" -> "decree-663.md";
            case "/api/v1/standards" -> {
                boolean published = operation.needsOneOf().isEmpty();
                yield variable.equals("item")
                        ? (published ? Jiang.ITEM : DoorThings.DRAFT_ITEM)
                        : (published ? "R1" : DoorThings.DRAFT);
            }
            default ->
                throw new IllegalArgumentException(
                        operation.id() + " is about a thing that DoorThings does not make: " + operation.path());
        };
    }

    private static String unknown(String variable) {
        return variable.equals("id") ? UNKNOWN_ID : UNKNOWN;
    }

    private @Nullable Object body(DescribedOperation operation) {
        return switch (operation.id()) {
            case "assess" -> with(Jiang.facts(), "consent", things.consent());
            case "openCase" -> Jiang.facts();
            case "giveConsent" -> with(DoorThings.consentTo("nobody"), "idNumber", Jiang.ID_NUMBER);
            case "takeTicket" -> Map.of(WINDOW, Counter.COMMUNITY_WINDOW, "item", Jiang.ITEM);
            case "openVisit" -> Map.of(WINDOW, Counter.COMMUNITY_WINDOW, "item", Jiang.ITEM, "present", "APPLICANT");
            case "bookAppointment" ->
                Map.of(
                        WINDOW,
                        Counter.COMMUNITY_WINDOW,
                        "item",
                        Jiang.ITEM,
                        "startsAt",
                        "2017-01-01T09:00:00+08:00"); // past, so nothing is booked
            case "handOverVisit" -> ((ObjectNode) operation.bodies().getFirst().deepCopy()).put("wished", false);
            case "registerWebhook" -> Map.of("url", things.partnerAddress(), "types", List.of("ACCEPTED"));
            case "endVisit" -> unfinished(operation.bodies().getFirst());
            case "addWindow" ->
                ((ObjectNode) operation.bodies().getFirst().deepCopy()).put("authority", "police-000000");
            case "writeDraft" -> DoorThings.draft(operation.bodies().getFirst(), "D2");
            default -> operation.bodies().isEmpty() ? null : operation.bodies().getFirst();
        };
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        more.put(name, value);
        return more;
    }

    /** Not everything was checked, and nothing is said why. */
    private static JsonNode unfinished(JsonNode ended) {
        ObjectNode body = (ObjectNode) ended.deepCopy();
        body.remove("case");
        body.remove("notice");
        body.putArray("checked");
        return body;
    }

    private static String known(Map<String, String> values, String name, DescribedOperation operation) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    operation.id() + " must be told `" + name + "`: say what in " + DoorRequests.class.getSimpleName());
        }
        return value;
    }
}
