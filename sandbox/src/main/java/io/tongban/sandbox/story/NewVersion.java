package io.tongban.sandbox.story;

import io.tongban.sandbox.network.Metrics;
import io.tongban.sandbox.picture.Picture;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The last scene: next year's rules are published while the network runs, by two people and without a restart. */
final class NewVersion {

    private static final String STANDARDS = "/api/v1/standards";
    private static final String R2 = STANDARDS + "/" + Jiang.ITEM + "/R2";
    private static final String FIRST_DAY = "2018-07-01";
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);

    private final Person editor;
    private final Person approver;
    private final Expectations expectations;
    private final Picture picture;
    private final Metrics metrics;
    private final Path standards;
    private final PrintStream out;

    NewVersion(
            People people,
            Expectations expectations,
            Picture picture,
            Metrics metrics,
            Path standards,
            PrintStream out) {
        this.editor = people.editor();
        this.approver = people.approver();
        this.expectations = expectations;
        this.picture = picture;
        this.metrics = metrics;
        this.standards = standards;
        this.out = out;
    }

    /** Who drafts, and who approves. */
    record People(Person editor, Person approver) {}

    /** @param reader sees the case that must stay as it is */
    void play(Person reader, String caseId) throws IOException, InterruptedException {
        print(picture.title("R2", "Thu 2017-06-01  next year's rules are published, while the network runs"));
        JsonNode before = decided(reader, caseId);
        if (editor.get(R2).status() == 404) {
            publish();
        } else {
            print(picture.labelled(
                    "R2", "it was published when this data was played before; a published version stays"));
        }
        served();
        compared();
        JsonNode after = decided(reader, caseId);
        expectations.expect("R2: the case keeps its version", before.path("standard"), after.path("standard"));
        expectations.expect(
                "R2: the case keeps its decision",
                "DECIDED",
                after.path("state").asString());
        print(picture.labelled(
                "Mr Jiang",
                "the case stays %s under %s"
                        .formatted(
                                after.path("state").asString(),
                                after.path("standard").path("version").asString())));
    }

    private void publish() throws IOException, InterruptedException {
        Answer drafted = expectations.require(
                201,
                editor.create(
                        STANDARDS,
                        Map.of(
                                "document", text("residence-permit/R2.yaml"),
                                "suites", List.of(text("residence-permit/cases/R2.yaml"))),
                        Map.of()));
        Map<String, String> revision = Map.of("If-Match", drafted.etag().orElse(""));
        JsonNode checked =
                expectations.require(200, editor.send(R2 + "/check", revision)).body();
        JsonNode tested =
                expectations.require(200, editor.send(R2 + "/test", revision)).body();
        expectations.expect("R2: gaps", 0, checked.path("gaps").size());
        expectations.expect(
                "R2: cases of its suite", true, tested.path("passed").asInt() >= 25);
        Answer own = editor.send(R2 + "/approval", revision);
        expectations.expect("R2: its editor may not approve it", 403, own.status());
        expectations.require(200, approver.send(R2 + "/approval", revision));
        JsonNode published = expectations
                .require(200, approver.send(R2 + "/publication", revision))
                .body();
        List<String> periods = new ArrayList<>();
        checked.path("periods")
                .forEach(period -> periods.add(period.path("version").asString() + " "
                        + period.path("from").asString() + ".."
                        + period.path("until").asString("")));
        print(picture.labelled(
                "drafted",
                "by editor.hangzhou; nothing wrong in it, %d cases of its suite passed"
                        .formatted(tested.path("passed").asInt()),
                String.join(", ", periods)));
        print(picture.labelled(
                "four eyes",
                "the editor's own approval was refused (%d)".formatted(own.status()),
                picture.good("approved and published") + " by approver.hangzhou, in force from "
                        + published.path("from").asString()));
    }

    private void served() throws IOException, InterruptedException {
        long began = System.nanoTime();
        boolean taken = becomes(() -> version(FIRST_DAY).equals("R2"));
        expectations.expect("R2: permit-service takes it without a restart", true, taken);
        expectations.expect("R2: today's version stays", "R1", version("2017-06-01"));
        print(picture.labelled(
                "served",
                "for %s after %.1f s and no restart; for today R1 as before"
                        .formatted(FIRST_DAY, (System.nanoTime() - began) / 1e9)));
    }

    private void compared() throws IOException, InterruptedException {
        boolean equal = becomes(() -> replicas("answering") >= 1
                && replicas("answering") == replicas("known")
                && differing().orElse(1) == 0);
        expectations.expect("R2: all replicas have the same in force", true, equal);
        print(picture.labelled(
                "compared",
                "the gateway asked %.0f of %.0f replicas of permit-service: %.0f differing"
                        .formatted(
                                replicas("answering"),
                                replicas("known"),
                                differing().orElse(Double.NaN))));
    }

    private JsonNode decided(Person reader, String caseId) throws IOException, InterruptedException {
        return expectations.require(200, reader.get("/api/v1/cases/" + caseId)).body();
    }

    /** What this replica has in force on a day, from its memory. */
    private String version(String day) throws IOException, InterruptedException {
        JsonNode items = expectations
                .require(200, editor.get(STANDARDS + "/in-force?on=" + day))
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("item").asString().equals(Jiang.ITEM))
                .map(item -> item.path("version").asString())
                .findFirst()
                .orElse("none");
    }

    private double replicas(String state) throws IOException, InterruptedException {
        return metrics.gauge("tongban_standards_replicas{state=\"" + state + "\"}")
                .orElse(0);
    }

    private OptionalDouble differing() throws IOException, InterruptedException {
        return metrics.gauge("tongban_standards_replicas_differing");
    }

    private static boolean becomes(Look look) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TAKEN_WITHIN.toNanos();
        boolean seen = look.at();
        while (!seen && System.nanoTime() - deadline < 0) {
            Thread.sleep(200); // replicas and gateway look at a rhythm of their own; this only waits for it
            seen = look.at();
        }
        return seen;
    }

    private String text(String file) throws IOException {
        return Files.readString(standards.resolve(file));
    }

    private void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /** A look at something that others change. */
    private interface Look {
        boolean at() throws IOException, InterruptedException;
    }
}
