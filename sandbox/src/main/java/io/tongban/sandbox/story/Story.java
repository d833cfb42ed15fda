package io.tongban.sandbox.story;

import io.tongban.sandbox.network.BusinessClocks;
import io.tongban.sandbox.network.Metrics;
import io.tongban.sandbox.picture.Assessed;
import io.tongban.sandbox.picture.Picture;
import io.tongban.sandbox.story.Counter.Visit;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The four trips of 2017, each beside what the network answers on that day, over HTTP through the gateway with real tokens;
 * then the same facts at a window of each tier, a partner that asks, and a version of the standard that is published meanwhile.
 */
public final class Story {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(60);
    private static final OffsetDateTime FIRST_TRIP = OffsetDateTime.parse("2017-04-06T09:30:00+08:00");
    private static final OffsetDateTime MARCH_HAS_POSTED = OffsetDateTime.parse("2017-04-17T09:00:00+08:00");
    private static final OffsetDateTime SECOND_TRIP = OffsetDateTime.parse("2017-05-08T11:15:00+08:00");
    private static final OffsetDateTime LUNCH = OffsetDateTime.parse("2017-05-08T11:45:00+08:00");
    private static final OffsetDateTime THIRD_TRIP = OffsetDateTime.parse("2017-06-01T09:30:00+08:00");

    private final BusinessClocks clocks;
    private final Picture picture;
    private final PrintStream out;
    private final Expectations expectations = new Expectations();
    private final Person jiang;
    private final Person reviewer;
    private final Counter community;
    private final List<Counter> counters;
    private final PartnerAsks partnerAsks;
    private final NewVersion newVersion;

    /**
     * The story on a network that runs.
     *
     * @param standards the folder of the standards that are to be published
     */
    public Story(
            URI gateway,
            Accounts accounts,
            BusinessClocks clocks,
            Metrics metrics,
            Path standards,
            Picture picture,
            PrintStream out) {
        this.clocks = clocks;
        this.picture = picture;
        this.out = out;
        SignIn signIn = new SignIn(accounts.issuer(), gateway);
        this.jiang = new Person("jiang", accounts.passwords().apply("jiang"), signIn, gateway);
        this.reviewer =
                new Person("reviewer.jianggan", accounts.passwords().apply("reviewer.jianggan"), signIn, gateway);
        this.counters = new ArrayList<>();
        Map.of(
                        "clerk.city", "330100000000",
                        "clerk.district", "330104000000",
                        "clerk.street", "330104008000",
                        "clerk.community", "330104008008")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(clerk -> counters.add(new Counter(
                        new Person(clerk.getKey(), accounts.passwords().apply(clerk.getKey()), signIn, gateway),
                        "00000000-0000-7000-8000-" + clerk.getValue(),
                        expectations)));
        this.partnerAsks = new PartnerAsks(
                Person.system(PartnerAsks.CLIENT, accounts.partnerSecret(), signIn, gateway),
                expectations,
                picture,
                out);
        this.newVersion = new NewVersion(
                new NewVersion.People(
                        new Person("editor.hangzhou", accounts.passwords().apply("editor.hangzhou"), signIn, gateway),
                        new Person(
                                "approver.hangzhou", accounts.passwords().apply("approver.hangzhou"), signIn, gateway)),
                expectations,
                picture,
                metrics,
                standards,
                out);
        this.community = counters.stream()
                .filter(counter -> counter.clerk().name().equals("clerk.community"))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Who calls.
     *
     * @param issuer the identity provider
     * @param passwords the password of each person by sign-in name
     * @param partnerSecret of the client {@code tongban-partner}
     */
    public record Accounts(URI issuer, UnaryOperator<String> passwords, String partnerSecret) {

        /** Shows no secret. */
        @Override
        public String toString() {
            return "Accounts[" + issuer + "]";
        }
    }

    /** Plays it; the answer is every difference from what was expected. */
    public List<String> play() throws IOException, InterruptedException {
        try {
            JsonNode received = firstTrip();
            settlesByItself(received);
            secondTrip();
            thirdTrip();
            afterwards(received.path("id").asString());
            sameAtEveryTier();
            partnerAsks.play(jiang, THIRD_TRIP.toLocalDate());
            newVersion.play(jiang, received.path("id").asString());
        } catch (Expectations.CannotGoOn stopped) {
            print(List.of("", "The story cannot go on after " + stopped.getMessage()));
        }
        summary();
        return expectations.differences();
    }

    private JsonNode firstTrip() throws IOException, InterruptedException {
        clocks.set(FIRST_TRIP);
        print(picture.title("1", "Thu 2017-04-06 09:30  钱江苑社区, the police window 公安窗口"));
        print(picture.told(
                "\"March is enrolled, not yet posted (已参保未到账). Come back when it has posted.\"",
                "One point named, the rest not looked at; sent away to wait for a system."));

        JsonNode ticket = expectations
                .require(
                        201,
                        jiang.create(
                                "/api/v1/tickets", Map.of("window", community.window(), "item", Jiang.ITEM), Map.of()))
                .body();
        Visit visit = community.open(ticket.path("id").asString());
        Answer opened =
                expectations.require(201, community.clerk().create("/api/v1/cases", Jiang.facts(), visit.header()));
        String id = opened.body().path("id").asString();
        Answer accepted = expectations.require(
                200,
                community
                        .clerk()
                        .post("/api/v1/cases/" + id + "/acceptance", Map.of(), withMatch(visit.header(), opened)));
        JsonNode received = accepted.body();
        Assessed assessed = assessed(received.path("assessment"));
        expect("trip 1", assessed, "PROVISIONAL", Map.of("contributions", "PENDING"), LocalDate.of(2017, 4, 15));
        expectations.expect("trip 1: months counted", 11, assessed.run().counted());
        expectations.expect(
                "trip 1: pending months",
                List.of(YearMonth.of(2017, 3)),
                assessed.run().pending());
        expectations.expect(
                "trip 1: state", "PROVISIONAL", received.path("state").asString());
        expectations.expect(
                "trip 1: responsible authority",
                "police-330104",
                received.path("responsibleAuthority").path("id").asString());
        JsonNode ended = community.end(visit, received.path("assessment"), id);
        expectations.expect(
                "trip 1: visit", "COMPLETE", ended.path("completeness").asString());

        print(picture.answer(assessed));
        print(picture.labelled(
                "the lease",
                "it ends on 2017-05-09; standard %s does not ask for one on this route, so it cannot be in the way"
                        .formatted(assessed.standard().version())));
        print(picture.labelled(
                "the case",
                "ticket %s, visit %s, case %s"
                        .formatted(
                                ticket.path("number").asString(),
                                ended.path("completeness").asString(),
                                received.path("state").asString()),
                "receipt %s".formatted(received.path("receipt").path("number").asString("-")),
                "decided by %s, settles by %s"
                        .formatted(
                                authority(received),
                                received.path("settlementDueOn").asString("-"))));
        return received;
    }

    private void settlesByItself(JsonNode received) throws IOException, InterruptedException {
        String id = received.path("id").asString();
        clocks.set(MARCH_HAS_POSTED);
        print(picture.title("+", "Mon 2017-04-17 09:00  the bureau has posted March; nobody comes 群众不跑"));
        long began = System.nanoTime();
        Answer answer = expectations.require(200, jiang.get("/api/v1/cases/" + id));
        while (answer.body().path("state").asString().equals("PROVISIONAL")
                && System.nanoTime() - began < SETTLES_WITHIN.toNanos()) {
            Thread.sleep(200); // the job in the database has its own rhythm; this only looks
            answer = expectations.require(200, jiang.get("/api/v1/cases/" + id));
        }
        JsonNode settled = answer.body();
        Assessed assessed = assessed(settled.path("assessment"));
        expect("settled", assessed, "ELIGIBLE", Map.of("contributions", "MET"), null);
        expectations.expect("settled: months counted", 12, assessed.run().counted());
        expectations.expect("settled: application date stays", LocalDate.of(2017, 4, 6), assessed.appliedOn());
        expectations.expect("settled: state", "ACCEPTED", settled.path("state").asString());
        print(picture.labelled(
                "the case",
                "PROVISIONAL -> %s by itself, %.1f s after the clock moved"
                        .formatted(picture.good(settled.path("state").asString()), (System.nanoTime() - began) / 1e9),
                "applied on %s as before, the bureau read again on %s"
                        .formatted(assessed.appliedOn(), assessed.asOf())));
        print(picture.answer(assessed));

        String decision = "/api/v1/cases/" + id + "/decision";
        Answer refused = community.clerk().post(decision, Map.of("decision", "GRANTED"), withMatch(Map.of(), answer));
        expectations.expect("the clerk who accepted may not decide", 403, refused.status());
        Answer read = expectations.require(200, reviewer.get("/api/v1/cases/" + id));
        JsonNode decided = expectations
                .require(200, reviewer.post(decision, Map.of("decision", "GRANTED"), withMatch(Map.of(), read)))
                .body();
        expectations.expect("decided: state", "DECIDED", decided.path("state").asString());
        print(picture.labelled(
                "decision",
                picture.good("GRANTED") + " by reviewer.jianggan of the responsible authority;",
                "the clerk who accepted was refused the decision (%d)".formatted(refused.status())));
    }

    private void secondTrip() throws IOException, InterruptedException {
        clocks.set(SECOND_TRIP);
        print(picture.title("2", "Mon 2017-05-08 11:15  the same window, which closes at 11:30; needed no more"));
        print(picture.told(
                "\"The last line of the printout names 转移虚拟单位: bring that employer's contract.\"",
                "A placeholder for months from another city, sorted last; the clerk stopped there for lunch."));
        Visit visit = community.open(null);
        JsonNode tree = assess(community, visit, Jiang.facts());
        Assessed assessed = assessed(tree);
        expect("trip 2", assessed, "ELIGIBLE", Map.of("employment", "MET"), LocalDate.of(2017, 5, 8));
        expectations.expect("trip 2: papers asked for", List.of(), assessed.missing());
        print(picture.answer(assessed));
        JsonNode ended = community.cutShort(visit, tree, "窗口午休 lunch break");
        expectations.expect(
                "trip 2: a visit that was cut short",
                "PARTIAL",
                ended.path("completeness").asString());
        JsonNode open = expectations
                .require(200, jiang.get("/api/v1/windows?item=" + Jiang.ITEM + "&at=" + encoded(LUNCH) + "&limit=200"))
                .body()
                .path("items");
        expectations.expect("trip 2: some window is open over lunch", true, !open.isEmpty());
        print(picture.labelled(
                "cut short?",
                "then the record says %s: no notice, and %d windows to go on at, first %s"
                        .formatted(
                                ended.path("completeness").asString(),
                                ended.path("openWindows").size(),
                                ended.path("openWindows").path(0).path("name").asString("-")),
                "at 11:45 %d windows of the city take this item".formatted(open.size())));
    }

    private void thirdTrip() throws IOException, InterruptedException {
        clocks.set(THIRD_TRIP);
        print(picture.title("3", "Thu 2017-06-01 09:30  the same window; needed no more"));
        print(picture.told(
                "\"The printout is void: May is missing. And your lease has expired.\"",
                "Two new points, both knowable on day one."));
        Visit visit = community.open(null);
        JsonNode tree = assess(community, visit, Jiang.facts());
        Assessed assessed = assessed(tree);
        expect("trip 3", assessed, "ELIGIBLE", Map.of("contributions", "MET"), LocalDate.of(2017, 6, 1));
        expectations.expect("trip 3: papers asked for", List.of(), assessed.missing());
        community.end(visit, tree, null);
        print(picture.answer(assessed));
        print(picture.labelled(
                "printout",
                "there is none: the bureau was asked on %s, and answered for that day".formatted(assessed.asOf())));
    }

    private void afterwards(String id) throws IOException, InterruptedException {
        print(picture.title("4", "afterwards: who said what, and who answers for it"));
        print(picture.told(
                "Clerk and applicant disagree; the centre says it cannot direct the police window.",
                "No record, no line of responsibility."));
        JsonNode ledger = expectations
                .require(200, jiang.get("/api/v1/cases/" + id + "/ledger"))
                .body();
        List<String> types = StreamSupport.stream(ledger.path("items").spliterator(), false)
                .map(event -> event.path("type").asString())
                .toList();
        expectations.expect("the ledger ends with the decision", "DECIDED", types.isEmpty() ? null : types.getLast());
        expectations.expect(
                "the ledger's chain is intact",
                true,
                ledger.path("chain").path("intact").asBoolean());
        JsonNode window = window();
        print(picture.labelled(
                "Tongban",
                "the same %d events for both sides, each chained to the one before:".formatted(types.size()),
                String.join(" > ", types)));
        print(picture.labelled(
                "answers",
                "authority %s, host %s"
                        .formatted(
                                window.path("authorityName")
                                        .asString(window.path("authority").asString("-")),
                                window.path("centre").path("name").asString("-"))));
    }

    private JsonNode window() throws IOException, InterruptedException {
        JsonNode windows = expectations
                .require(
                        200,
                        jiang.get("/api/v1/windows?item=" + Jiang.ITEM + "&division=330104008008&at="
                                + encoded(THIRD_TRIP)))
                .body()
                .path("items");
        return StreamSupport.stream(windows.spliterator(), false)
                .filter(window -> window.path("id").asString().equals(community.window()))
                .findFirst()
                .orElseGet(() -> JSON.valueToTree(Map.of()));
    }

    private void sameAtEveryTier() throws IOException, InterruptedException {
        print(picture.title("=", "the same facts at a window of each tier, papers and rows in other orders"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("clerk", "window", "papers as entered", "rows", "digest of the assessment"));
        Set<String> digests = new LinkedHashSet<>();
        long seed = 20170601;
        for (Counter counter : counters) {
            seed++;
            clocks.shuffleRows(seed);
            Map<String, Object> facts = Jiang.shuffled(seed);
            Visit visit = counter.open(null);
            JsonNode assessment = assess(counter, visit, facts);
            counter.end(visit, assessment, null);
            String digest = assessment.path("digest").asString();
            digests.add(digest);
            rows.add(List.of(
                    counter.clerk().name(),
                    counter.window().substring(24),
                    String.join(" ", Jiang.paperKinds(facts)),
                    "order " + seed,
                    digest.substring(0, Math.min(digest.length(), 23)) + "..."));
        }
        expectations.expect("one digest at all four tiers", 1, digests.size());
        print(picture.table(rows));
        print(picture.labelled(
                "",
                digests.size() == 1
                        ? picture.good("all four equal: " + digests.iterator().next())
                        : "they differ: " + digests.stream().collect(Collectors.joining(" "))));
    }

    private void summary() {
        List<String> differences = expectations.differences();
        print(List.of(
                "",
                "   " + picture.strong(differences.isEmpty() ? "4 visits -> 1" : "The story came out differently.")
                        + "   (%d answers checked, %d differences)"
                                .formatted(expectations.checked(), differences.size()),
                ""));
        differences.forEach(difference -> out.println("   DIFFERENCE  " + difference));
    }

    private JsonNode assess(Counter counter, Visit visit, Map<String, Object> facts)
            throws IOException, InterruptedException {
        return expectations
                .require(200, counter.clerk().post("/api/v1/assessments", facts, visit.header()))
                .body()
                .path("routes")
                .path(0);
    }

    /** Every criterion not named must be met. */
    private void expect(
            String scene, Assessed assessed, String outcome, Map<String, String> states, @Nullable LocalDate readyOn) {
        expectations.expect(scene + ": outcome", outcome, assessed.outcome());
        for (String id : List.of("identity", "residence", "contributions", "employment", "photo")) {
            expectations.expect(
                    scene + ": " + id,
                    states.getOrDefault(id, "MET"),
                    assessed.criterion(id).map(Assessed.Criterion::state).orElse("not evaluated"));
        }
        if (readyOn != null) {
            expectations.expect(scene + ": ready date", readyOn, assessed.readyOn());
        }
        expectations.expect(scene + ": lapsing papers", List.of(), assessed.lapsing());
    }

    private static String authority(JsonNode file) {
        return file.path("responsibleAuthority").path("name").path("zh").asString();
    }

    private static Assessed assessed(JsonNode assessment) {
        return JSON.treeToValue(assessment, Assessed.class);
    }

    private static Map<String, String> withMatch(Map<String, String> headers, Answer read) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        read.etag().ifPresent(etag -> all.put("If-Match", etag));
        return all;
    }

    private static String encoded(OffsetDateTime time) {
        return URLEncoder.encode(time.toString(), StandardCharsets.UTF_8);
    }

    private void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }
}
