package io.tongban.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.util.FileSystemUtils;

/** What the gateway serves at {@code /openapi} is enough to make a client of, and the client enough for a whole visit. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@ExtendWith(RunningNetwork.OncePerJvm.class)
class GeneratedClientIT {

    @Test
    void carriesOneCaseThrough(RunningNetwork network) throws Exception {
        Path data = emptied(RunningNetwork.TARGET.resolve("client-it"));
        try (GeneratedClient client = new GeneratedClient(
                RunningNetwork.TARGET.resolve("openapi-generator"), description(network.gateway(), data), data)) {
            Map<String, Object> seen = client.compiledWith(
                            RunningNetwork.ROOT.resolve("sandbox/src/test/client/OneVisit.java"))
                    .apply(network.gateway(), tokens(network));

            assertThat(seen)
                    .containsEntry("pre-check", "ELIGIBLE")
                    .containsEntry("opened", "OPEN")
                    .containsEntry("accepted", "ACCEPTED")
                    .containsEntry("visit", "COMPLETE")
                    .containsEntry("decided", "GRANTED")
                    .containsEntry("the applicant reads", "DECIDED")
                    .containsEntry("ledger", List.of("CASE_OPENED", "ASSESSED", "ACCEPTED", "DECIDED"))
                    .containsEntry("chain intact", true)
                    .containsEntry("another case", "404 /errors/case-unknown");
        }
    }

    private static Map<String, String> tokens(RunningNetwork network) throws IOException, InterruptedException {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String person : List.of("clerk.community", "reviewer.jianggan", "jiang")) {
            tokens.put(person, network.token(person));
        }
        return tokens;
    }

    private static Path description(URI gateway, Path folder) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Path> answer = http.send(
                    HttpRequest.newBuilder(gateway.resolve("/openapi")).build(),
                    HttpResponse.BodyHandlers.ofFile(folder.resolve("openapi.json")));
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static Path emptied(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }
}
