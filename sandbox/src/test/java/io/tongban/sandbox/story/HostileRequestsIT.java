package io.tongban.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.platform.test.RawHttp;
import io.tongban.sandbox.network.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that no client in order sends, to every port of every service, while all loggers are turned up: each is refused as a
 * problem, the next request is answered, and nothing that was sent is in an answer or a log.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@ExtendWith(RunningNetwork.OncePerJvm.class)
class HostileRequestsIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<Integer> BY_DESIGN = Set.of(501, 505);
    private static final Pattern STACK =
            Pattern.compile("\\s+at [\\w.$/@]+\\(.*|Caused by: .*|[\\w.$]+(Exception|Error)(: .*)?");

    private final List<String> findings = new ArrayList<>();
    private final Map<Integer, Integer> counts = new TreeMap<>();

    @Test
    void areRefusedAndNothingOfThemIsRepeatedOrLogged(RunningNetwork network) throws Exception {
        Map<Part, Long> logged = new LinkedHashMap<>();
        for (Part part : RunningNetwork.SERVICES) {
            logged.put(part, Files.size(network.log(part)));
        }
        int sent = 0;
        for (Door door : doors(network)) {
            List<HostileRequests.Hostile> requests = HostileRequests.to(door.read(), door.write(), door.token());
            assertThat(requests).hasSizeGreaterThan(50);
            for (HostileRequests.Hostile request : requests) {
                RawHttp.Answer answer = RawHttp.send(door.port(), request.bytes());
                counts.merge(answer.status(), 1, Integer::sum);
                examine(door, request, answer);
                assertThat(RawHttp.send(door.port(), door.inOrder()).status())
                        .as("%s answers after %s", door, request.name())
                        .isEqualTo(200);
                sent++;
            }
        }
        System.out.printf("%d hostile requests: %s%n", sent, counts);
        for (Part part : RunningNetwork.SERVICES) {
            examineLog(part, network.log(part), logged.getOrDefault(part, 0L));
        }

        assertThat(findings).isEmpty();
    }

    private static List<Door> doors(RunningNetwork network) throws IOException, InterruptedException {
        String clerk = network.token("clerk.community");
        Map<Part, String> writes = Map.of(
                Part.GATEWAY, "/api/v1/cases",
                Part.PERMIT_SERVICE, "/api/v1/cases",
                Part.COMMUNITY_SERVICE, "/api/v1/visits",
                Part.INSURANCE_ADAPTER, "/api/v1/contribution-queries");
        List<Door> doors = new ArrayList<>();
        for (Part part : RunningNetwork.SERVICES) {
            String token = part == Part.INSURANCE_ADAPTER ? network.tokenOfClient("permit-service") : clerk;
            doors.add(new Door(
                    part.label(),
                    false,
                    network.address(part).getPort(),
                    "/openapi",
                    writes.getOrDefault(part, "/"),
                    token));
            doors.add(new Door(
                    part.label() + " management",
                    true,
                    network.managementAddress(part).getPort(),
                    "/actuator/health/readiness",
                    "/actuator/health",
                    clerk));
        }
        return doors;
    }

    private void examine(Door door, HostileRequests.Hostile request, RawHttp.Answer answer) {
        String about = "%s, %s: %d ".formatted(door, request.name(), answer.status());
        int status = answer.status();
        if (answer.whole().contains(HostileRequests.MARK)) {
            findings.add(about + "repeats what was sent: " + answer.whole());
        }
        if (isDue(request.due(), door, answer) || isProblemWithoutAHead(answer)) {
            return;
        }
        if ((status < 400 || status > 499) && !BY_DESIGN.contains(status)) {
            findings.add(about + "is no refusal: " + shortened(answer.whole()));
        } else if (!isProblem(answer, status)) {
            findings.add(about + "is no problem: " + shortened(answer.whole()));
        } else if (answer.whole().split("HTTP/1\\.1 ", -1).length > 2) {
            findings.add(about + "is two answers: " + shortened(answer.whole()));
        }
    }

    private static boolean isDue(HostileRequests.Due due, Door door, RawHttp.Answer answer) {
        return switch (due) {
            case REFUSAL -> false;
            case REFUSAL_ON_THE_PUBLIC_PORT -> door.management() && answer.status() == 200;
            case REFUSAL_OR_ANSWER -> answer.status() == 200;
            case REFUSAL_OR_SILENCE -> answer.whole().isEmpty();
        };
    }

    /** What a request without a version is answered with (HTTP/0.9). */
    private static boolean isProblemWithoutAHead(RawHttp.Answer answer) {
        return answer.status() == 0 && statusOfProblem(answer.whole()) / 100 == 4;
    }

    private static boolean isProblem(RawHttp.Answer answer, int status) {
        return answer.header("Content-Type").equals("application/problem+json")
                && statusOfProblem(answer.body()) == status;
    }

    private static int statusOfProblem(String text) {
        try {
            return JSON.readTree(text).path("status").asInt(0);
        } catch (JacksonException notJson) {
            return 0;
        }
    }

    private void examineLog(Part part, Path log, long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(HostileRequests.MARK)
                        || line.contains(" ERROR ")
                        || STACK.matcher(line).matches())
                .limit(200)
                .forEach(line -> findings.add(part.label() + " logged " + shortened(line)));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 300));
    }

    /** A port, and what is there. */
    private record Door(String name, boolean management, int port, String read, String write, String token) {

        String inOrder() {
            return "GET " + read + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
