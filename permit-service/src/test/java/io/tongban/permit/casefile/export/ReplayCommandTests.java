package io.tongban.permit.casefile.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.EngineCommand;
import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestNeighbours;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A decided case goes out over HTTP and is made again on the command line. */
@PermitServiceTest
class ReplayCommandTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private TestWindow window;

    @Autowired
    private TestNeighbours neighbours;

    @Autowired
    private TestTokens tokens;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void comesOutTheSame() throws Exception {
        Path export = save(export(decided()));

        assertThat(replay(export)).isZero();
        assertThat(lines())
                .anyMatch(line -> line.contains("residence-permit, route employment, applied on 2017-04-06"))
                .contains("signature of the record: not checked; name the insurance adapter's keys with --keys")
                .last()
                .isEqualTo("comes out the same");
        assertThat(replay(export, "--keys", keys().toString())).isZero();
        assertThat(lines()).contains("signature of the record: genuine");
    }

    @Test
    void comesOutTheSameWhereNoSourceAnswered() throws IOException {
        neighbours.adapterIsDown();
        Map<String, Object> facts = TestWindow.facts();
        facts.put("papers", List.of(Map.of("kind", "photo")));
        Answer opened = window.clerk("clerk-1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/cases", facts)
                .expect(201);

        Map<String, Object> refused = Map.of(
                "decision", "REFUSED", "reasons", List.of(Map.of("criterion", "employment", "explanation", "未提交劳动合同")));
        Path export = save(export(decided(opened, Map.of("insists", true), refused)));

        assertThat(replay(export)).isZero();
        assertThat(lines())
                .contains("record: no source answered on 2017-04-06, so there is no signature to check")
                .last()
                .isEqualTo("comes out the same");
    }

    @Test
    void findsAChangedPaper() throws IOException {
        Path export = save(changed(
                export(decided()), content -> ((ObjectNode) content.at("/facts/papers/0")).put("until", "2016-12-31")));

        assertThat(replay(export)).isEqualTo(1);
        assertThat(lines())
                .contains("  R1 outcome: ELIGIBLE in the case, INCOMPLETE made again")
                .contains("  R1 criteria/employment/state: MET in the case, MISSING made again");
    }

    @Test
    void findsAChangedRow() throws Exception {
        ObjectNode content = export(decided());
        String[] jws = content.at("/record/jws").stringValue().split("\\.");
        ObjectNode record = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(jws[1]));
        ((ArrayNode) record.at("/rows")).remove(3);
        jws[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(record));
        ((ObjectNode) content.at("/record")).put("jws", String.join(".", jws));
        Path export = save(content);

        assertThat(replay(export)).isEqualTo(1);
        assertThat(lines())
                .contains("  R1 criteria/contributions/state: MET in the case, NOT_YET made again")
                .contains("  R1 months/2016-07/state: PAID in the case, MISSING made again");
        assertThat(replay(export, "--keys", keys().toString())).isEqualTo(1);
        assertThat(lines()).contains("  signature of the record: none of the keys made it");
    }

    @Test
    void findsAChangedAnswerOfTheCase() throws IOException {
        Path export = save(changed(
                export(decided()), content -> ((ObjectNode) content.at("/assessment")).put("outcome", "REVIEW")));

        assertThat(replay(export)).isEqualTo(1);
        assertThat(lines())
                .anyMatch(line -> line.startsWith("  digest of the assessment under R1:"))
                .contains("  R1 outcome: REVIEW in the case, ELIGIBLE made again");
    }

    @Test
    void findsADecisionThatCannotStandOnTheAssessment() throws IOException {
        Path refused = save(changed(export(decided()), content -> {
            ObjectNode decision = (ObjectNode) content.at("/decision");
            decision.put("decision", "REFUSED").putArray("reasons").addObject().put("criterion", "employment");
        }));
        assertThat(replay(refused)).isEqualTo(1);
        assertThat(lines()).contains("  decision: REFUSED in the case, and employment is MET");

        Path granted = save(changed(
                export(decided()), content -> ((ObjectNode) content.at("/facts/papers/0")).put("until", "2016-12-31")));
        assertThat(replay(granted)).isEqualTo(1);
        assertThat(lines()).contains("  decision: GRANTED in the case, and employment is MISSING");

        Path early = save(changed(
                export(decided()), content -> ((ObjectNode) content.at("/decision")).put("decidedOn", "2017-04-05")));
        assertThat(replay(early)).isEqualTo(1);
        assertThat(lines()).contains("  decision: of 2017-04-05, before the look that it stands on, 2017-04-06");
    }

    @Test
    void findsAnotherTextOfTheStandard() throws IOException {
        Path standards = copyOfStandards();
        try (Stream<Path> files = Files.walk(standards.resolve("residence-permit"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("zh: 劳动合同,", "zh: 劳动合同原件,"));
            }
        }

        assertThat(replay(save(export(decided())), "--standards", standards.toString()))
                .isEqualTo(1);
        assertThat(lines()).anyMatch(line -> line.startsWith("  text of standard R1: sha256:"));
    }

    @Test
    void saysWhatItCannotUse() throws IOException {
        assertThat(replay(folder.resolve("nowhere.json"))).isEqualTo(2);
        assertThat(replay(Files.writeString(folder.resolve("garbage.json"), "{\"format\": 1}")))
                .isEqualTo(2);
        assertThat(lines()).anyMatch(line -> line.contains("this is no export of a case"));
        ObjectNode content = export(decided());
        assertThat(replay(save(changed(
                        content.deepCopy(),
                        misspelt -> ((ObjectNode) misspelt.at("/facts/papers/0")).put("untill", "2016-12-31")))))
                .isEqualTo(2);
        assertThat(replay(save(changed(content, other -> ((ObjectNode) other.at("/standard")).put("version", "R9")))))
                .isEqualTo(2);
    }

    @Test
    void goesOutToThoseWhoMayHaveItAndNamesNobody() {
        Answer decided = decided();
        String path = decided.path() + "/export";

        Answer mine = window.applicant(TestWindow.ID_NUMBER).get(path).expect(200);
        assertThat(mine.header("Cache-Control")).isEqualTo("no-store");
        assertThat(mine.text()).doesNotContain(TestWindow.ID_NUMBER, TestWindow.NAME);
        assertThat(mine.at("/facts/identity/bornOn")).isEqualTo("1990-01-01");
        assertThat(mine.at("/decision/decision")).isEqualTo("GRANTED");
        window.reviewer("reviewer-2", "police-330104").get(path).expect(200);
        window.call().token(tokens.withRoles("auditor")).get(path).expect(200);

        window.applicant(TestWindow.OTHER_ID_NUMBER).get(path).expect(404);
        window.reviewer("reviewer-2", "police-330106").get(path).expect(404);
        window.clerk("clerk-1").get(path).expect(403);
        assertThat(window.call().get(path).status()).isEqualTo(401);
    }

    @Test
    void doesNotGoOutBeforeItIsDecided() {
        Answer opened = window.openCase("clerk-1");

        Answer early = window.applicant(TestWindow.ID_NUMBER).get(opened.path() + "/export");

        assertThat(early.expect(409).at("/type")).isEqualTo("/errors/case-not-decided");
        assertThat(early.at("/caseStatus")).isEqualTo("OPEN");
    }

    private Answer decided() {
        return decided(window.openCase("clerk-1"), Map.of(), Map.of("decision", "GRANTED"));
    }

    private Answer decided(Answer opened, Map<String, Object> acceptance, Map<String, Object> decision) {
        Answer accepted = window.clerk("clerk-1")
                .ifMatch(opened)
                .post(opened.path() + "/acceptance", acceptance)
                .expect(200);
        return window.reviewer("reviewer-1", "police-330104")
                .ifMatch(accepted)
                .post(opened.path() + "/decision", decision)
                .expect(200);
    }

    private ObjectNode export(Answer decided) {
        return (ObjectNode) window.applicant(TestWindow.ID_NUMBER)
                .get(decided.path() + "/export")
                .expect(200)
                .json();
    }

    private static ObjectNode changed(ObjectNode content, Consumer<ObjectNode> change) {
        change.accept(content);
        return content;
    }

    private Path save(ObjectNode content) throws IOException {
        return Files.writeString(folder.resolve("case.json"), JSON.writeValueAsString(content));
    }

    /** The adapter's keys as anyone can have them. */
    private Path keys() throws IOException, InterruptedException {
        String keys = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(neighbours.server().baseUrl() + "/adapter-keys"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return Files.writeString(folder.resolve("keys.json"), keys);
    }

    private Path copyOfStandards() throws IOException {
        Path source = Path.of("..", "standards");
        Path target = folder.resolve("standards");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }

    private int replay(Path export, String... options) {
        List<String> arguments = new ArrayList<>(List.of("standards", "replay", export.toString()));
        arguments.addAll(List.of(options));
        PrintWriter out = new PrintWriter(printed, true, StandardCharsets.UTF_8);
        return EngineCommand.run(out, out, arguments.toArray(String[]::new));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
