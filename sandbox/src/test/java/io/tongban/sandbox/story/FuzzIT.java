package io.tongban.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.test.RawHttp;
import io.tongban.sandbox.network.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mistaken requests to every operation, at the gateway and at the services behind it: each is answered, none is repeated, none is an
 * error of the service, and none leaves a trace of what was sent in a log. The first request to each operation has no mistake: each gets
 * one in order, however many operations share the requests.
 *
 * <p>{@code -Dtongban.fuzz.seed} and {@code -Dtongban.fuzz.requests} make others or more.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@ExtendWith(RunningNetwork.OncePerJvm.class)
class FuzzIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TYPE = Pattern.compile("(?m)^\\| `(/errors/[a-z0-9-]+)`");
    /** An editor reads a draft as they wrote it, mistakes and all. */
    private static final Set<String> AS_WRITTEN = Set.of("getDraft");

    private static final Set<Integer> BY_DESIGN = Set.of(501, 503, 504, 505);
    /** Whom insurance-adapter answers. */
    private static final String SERVICE = "permit-service";

    private static final Duration LONGEST = Duration.ofSeconds(25);
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final long seed = Long.getLong("tongban.fuzz.seed", 20_170_508);
    private final int requests = Integer.getInteger("tongban.fuzz.requests", 4_000);
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
    private final Map<Integer, Integer> total = new TreeMap<>();
    private long slowest;

    @Test
    void noMistakenRequestIsAnErrorOfTheServiceOrRepeated(RunningNetwork network) throws Exception {
        Map<Part, Long> logged = new LinkedHashMap<>();
        for (Part part : RunningNetwork.SERVICES) {
            logged.put(part, Files.size(network.log(part)));
        }
        Set<String> types = TYPE.matcher(Files.readString(RunningNetwork.ROOT.resolve("docs/errors.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        FuzzedRequests fuzz = new FuzzedRequests(seed, tokens(network));
        fuzz.isFor("queryContributions", SERVICE);
        List<Target> targets = targets(network);
        long began = System.nanoTime();
        int sent = 0;
        while (sent < requests && System.nanoTime() - began < MOST_NANOS) {
            Target target = targets.get(sent % targets.size());
            FuzzedRequests.Made made =
                    sent < targets.size() ? fuzz.inOrder(target.operation()) : fuzz.next(target.operation());
            sent++;
            long asked = System.nanoTime();
            RawHttp.Answer answer = RawHttp.send(target.port(), made.bytes());
            slowest = Math.max(slowest, System.nanoTime() - asked);
            count(target, answer.status());
            examine(target, made, answer, types);
            fuzz.learn(target.operation(), made, answer.status(), answer.body());
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        System.out.printf(
                Locale.ROOT,
                "seed %d, %d requests in %d ms, the slowest %d ms: %s%n",
                seed,
                sent,
                millis,
                TimeUnit.NANOSECONDS.toMillis(slowest),
                total);
        counts.forEach((operation, statuses) -> System.out.printf(Locale.ROOT, "%-40s %s%n", operation, statuses));
        for (Part part : RunningNetwork.SERVICES) {
            examineLog(part, network.log(part), logged.getOrDefault(part, 0L));
            assertThat(RawHttp.send(
                                    network.managementAddress(part).getPort(),
                                    "GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .status())
                    .as(part + " is ready afterwards")
                    .isEqualTo(200);
        }

        assertThat(findings).isEmpty();
        assertThat(Duration.ofNanos(slowest)).as("the slowest answer").isLessThan(LONGEST);
        assertThat(sent).as("requests within the time").isEqualTo(requests);
        assertThat(total).as("some were carried out").containsKeys(200, 201);
        assertThat(counts.get(Part.INSURANCE_ADAPTER.label() + " queryContributions"))
                .as("insurance-adapter answers a service")
                .containsKey(200);
        assertThat(counts.get(Part.GATEWAY.label() + " listItems"))
                .as("the gateway lets through what is in order")
                .containsKey(200);
    }

    private static Map<String, String> tokens(RunningNetwork network) throws IOException, InterruptedException {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String person : network.people()) {
            tokens.put(person, network.token(person));
        }
        tokens.put(SERVICE, network.tokenOfClient(SERVICE));
        tokens.put("stranger", "");
        tokens.put("forger", "a.b." + FuzzedRequests.MARKER);
        return tokens;
    }

    /** Each operation where it is, and where the gateway leads to it; and what there is on the management ports. */
    private static List<Target> targets(RunningNetwork network) throws IOException {
        List<Target> targets = new ArrayList<>();
        for (Part part : RunningNetwork.SERVICES) {
            int port = network.address(part).getPort();
            for (DescribedOperation operation : DescribedOperation.of(description(port))) {
                targets.add(new Target(part, port, operation));
            }
            int management = network.managementAddress(part).getPort();
            for (DescribedOperation operation : ofManagement(management)) {
                targets.add(new Target(part, management, operation));
            }
        }
        return targets;
    }

    /** What the management port says that it has. */
    private static List<DescribedOperation> ofManagement(int port) throws IOException {
        List<DescribedOperation> operations = new ArrayList<>();
        JSON.readTree(RawHttp.send(port, "GET /actuator HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .body())
                .path("_links")
                .forEachEntry((name, link) -> operations.add(DescribedOperation.read(
                        "management " + name,
                        URI.create(link.path("href").asString().replaceAll("\\{.*", "readiness"))
                                .getPath())));
        return operations;
    }

    /** The applicant of the examples is the one who can sign in here. */
    private static JsonNode description(int port) throws IOException {
        return JSON.readTree(RawHttp.send(port, "GET /openapi HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .body()
                .replace("339999199001010013", Jiang.ID_NUMBER));
    }

    private void count(Target target, int status) {
        counts.computeIfAbsent(target.toString(), key -> new TreeMap<>()).merge(status, 1, Integer::sum);
        total.merge(status, 1, Integer::sum);
    }

    private void examine(Target target, FuzzedRequests.Made made, RawHttp.Answer answer, Set<String> types) {
        String about = target + " " + firstLine(made) + " -> " + answer.status() + " ";
        int status = answer.status();
        if (status == 0) {
            findings.add(about + "no answer");
            return;
        }
        if (status >= 500 && !BY_DESIGN.contains(status)) {
            findings.add(about + answer.body());
        }
        boolean isAsWritten =
                status == 200 && AS_WRITTEN.contains(target.operation().id());
        if (answer.whole().contains(Jiang.ID_NUMBER) && !isAsWritten) {
            findings.add(about + "repeats an identity number");
        }
        if (status < 400) {
            return;
        }
        if (answer.whole().contains(FuzzedRequests.MARKER) || answer.whole().contains(FuzzedRequests.NUMBER)) {
            findings.add(about + "repeats what was sent: " + answer.whole());
        }
        if (made.method().equals("HEAD")) {
            return;
        }
        if (!answer.header("Content-Type").equals("application/problem+json")) {
            findings.add(about + "is no problem: " + answer.whole());
            return;
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            String title = problem.path("title").asString("");
            boolean chinese = title.codePoints().anyMatch(Character::isIdeographic);
            if (!types.contains(problem.path("type").asString("")) || title.isEmpty()) {
                findings.add(about + "has an unknown type: " + answer.body());
            } else if (problem.path("status").asInt() != status) {
                findings.add(about + "says another status: " + answer.body());
            } else if (made.wellFormed() && chinese != made.chinese()) {
                findings.add(about + "is in the wrong language: " + answer.body());
            }
        } catch (JacksonException notJson) {
            findings.add(about + "is not JSON: " + answer.body());
        }
    }

    private void examineLog(Part part, Path log, long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        String text = new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8);
        text.lines()
                .filter(line -> line.contains(" ERROR ")
                        || line.contains(FuzzedRequests.MARKER)
                        || line.contains(FuzzedRequests.NUMBER)
                        || line.contains(Jiang.ID_NUMBER))
                .limit(20)
                .forEach(line -> findings.add(part + " logged " + line));
    }

    private static String firstLine(FuzzedRequests.Made made) {
        String text = made.bytes();
        return text.substring(0, Math.min(160, text.indexOf("\r\n")));
    }

    /** Where an operation is called. */
    private record Target(Part part, int port, DescribedOperation operation) {

        @Override
        public String toString() {
            return part.label() + " " + operation.id();
        }
    }
}
