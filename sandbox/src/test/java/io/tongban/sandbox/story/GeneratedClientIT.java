package io.tongban.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.FreePorts;
import io.tongban.sandbox.network.Folders;
import io.tongban.sandbox.network.Network;
import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.network.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/** What the gateway serves at {@code /openapi} is enough to make a client of, and the client enough for a whole visit. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class GeneratedClientIT {

    private static final Path ROOT =
            Path.of(System.getProperty("tongban.root", "..")).toAbsolutePath().normalize();
    private static final Path TARGET = ROOT.resolve("sandbox/target");

    @Test
    void carriesOneCaseThrough() throws Exception {
        Path data = emptied(TARGET.resolve("client-it"));
        int portBase = FreePorts.base();
        Progress progress = new Progress(System.out);
        URI gateway = Part.GATEWAY.address(portBase);
        try (Network network =
                new Network(new Folders(ROOT, data), portBase, Map.of("jiang", Jiang.ID_NUMBER), progress)) {
            network.start();
            network.clocks().set(OffsetDateTime.parse("2017-05-08T09:30:00+08:00"));
            Path folder = Files.createDirectories(data.resolve("client"));
            try (GeneratedClient client =
                    new GeneratedClient(TARGET.resolve("openapi-generator"), description(gateway, data), folder)) {
                Map<String, Object> seen = client.compiledWith(ROOT.resolve("sandbox/src/test/client/OneVisit.java"))
                        .apply(gateway, tokens(network, gateway));

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
    }

    private static Map<String, String> tokens(Network network, URI gateway) throws IOException, InterruptedException {
        SignIn signIn = new SignIn(network.issuer(), gateway);
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String person : List.of("clerk.community", "reviewer.jianggan", "jiang")) {
            tokens.put(person, signIn.as(person, network.passwordOf(person)).value());
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
