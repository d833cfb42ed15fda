package io.tongban.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.form.IdentityNumber;
import io.tongban.platform.test.SigningKey;
import io.tongban.platform.test.TokenKeys;
import io.tongban.sandbox.network.Folders;
import io.tongban.sandbox.network.Network;
import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.network.Progress;
import io.tongban.sandbox.network.RunningParts;
import io.tongban.sandbox.network.Scale;
import io.tongban.sandbox.preflight.FreePorts;
import io.tongban.sandbox.process.GuardedProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/**
 * permit-service, and the service that the step asks, get SIGKILL between the steps of whole cases and within them: whatever was
 * acknowledged is there, nothing is there twice, and each case comes to its decision.
 *
 * <p>It has a network of its own: nobody else could work in one whose services die. {@code -Dtongban.kills.seed=7} makes other kills.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillsIT {

    private static final Path ROOT =
            Path.of(System.getProperty("tongban.root", "..")).toAbsolutePath().normalize();
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2017-05-08T09:30:00+08:00");
    private static final String WINDOW = "00000000-0000-7000-8000-330104008008";
    private static final String CLERK = "clerk-of-kills";

    /** The kills are these; what they meet within a step is another thing each time. */
    private static final long SEED = Long.getLong("tongban.kills.seed", 20170508);

    private static final int KILLS = 8;
    private static final int LONGEST_INTO_MILLIS = 120;

    private Network network;
    private TokenKeys tokenKeys;
    private Desk desk;

    @BeforeAll
    void start() throws Exception {
        Path data = ROOT.resolve("sandbox/target/kills-it");
        FileSystemUtils.deleteRecursively(data);
        int portBase = FreePorts.base();
        network = new Network(
                new Folders(ROOT, Files.createDirectories(data)),
                portBase,
                Scale.DEMO,
                Map.of(),
                new Progress(System.out));
        tokenKeys = TokenKeys.besides(network.issuer(), SigningKey.made());
        network.telling(Map.of("TONGBAN_SECURITY_JWKSETURI", tokenKeys.address().toString()));
        network.start();
        network.clocks().set(MORNING);
        desk = new Desk(
                WINDOW,
                CLERK,
                new PatientCaller(
                        Part.GATEWAY.address(portBase),
                        token(CLERK)
                                .roles("clerk")
                                .claim("tier", "community")
                                .claim("division", "330104008008")
                                .claim("authority", "police-330104")
                                .sign()),
                new PatientCaller(
                        Part.GATEWAY.address(portBase),
                        token("reviewer-of-kills")
                                .roles("reviewer")
                                .claim("authority", "police-330104")
                                .sign()));
    }

    @AfterAll
    void end() {
        if (network != null) {
            network.close();
            assertThat(network.processes()).noneMatch(GuardedProcess::isAlive);
        }
        if (tokenKeys != null) {
            tokenKeys.close();
        }
    }

    @Test
    void nothingThatWasAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
        System.out.println("tongban.kills.seed=" + SEED);
        Journal journal = new Journal();
        Deque<Kill> kills = new ArrayDeque<>(kills());
        int cases = 0;
        while (!kills.isEmpty()) {
            List<Kill> inTheCase = new ArrayList<>(List.of(kills.remove()));
            if (!kills.isEmpty()) {
                inTheCase.add(kills.remove());
            }
            System.out.println(inTheCase);
            KillsAtSteps killing = new KillsAtSteps(inTheCase, new Processes(network.parts()));
            new PatientCase(desk, journal).run(newcomer(cases), killing);
            killing.awaitBack();
            kills.addAll(killing.left()); // of a case whose answer was lost: its clerk could not go on
            cases++;
            assertThat(cases).as("cases until every kill had its step").isLessThanOrEqualTo(2 * KILLS);
        }
        finish(journal);

        Stored stored = Stored.of(network.databases(), Set.of(CLERK), desk.reviewer(), journal);
        System.out.printf(
                "%d kills, %d acts acknowledged, %d cases; unforeseen answers: %s%n",
                KILLS, journal.count(), stored.cases().size(), journal.unforeseen());
        assertThat(stored.cases()).hasSize(cases);
        assertThat(Account.of(journal, stored, Sources.ANSWER)).isEmpty();
        assertTheAccountWouldFindALoss(journal);
    }

    /** What the tables do not have is found: the account looks there and nowhere else. */
    private void assertTheAccountWouldFindALoss(Journal journal) throws Exception {
        UUID decided;
        try (Connection permit = network.databases().connect("permit");
                Statement statement = permit.createStatement()) {
            statement.execute("set session_replication_role = replica"); // no trigger keeps the ledger
            try (ResultSet row = statement.executeQuery(
                    "delete from ledger_event where (case_id, seq) = (select case_id, seq from ledger_event"
                            + " where type = 'DECIDED' limit 1) returning case_id")) {
                assertThat(row.next()).isTrue();
                decided = row.getObject(1, UUID.class);
            }
        }
        Stored robbed = Stored.of(network.databases(), Set.of(CLERK), desk.reviewer(), journal);
        assertThat(Account.of(journal, robbed, Sources.ANSWER))
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Finding.Kind.LOST, Finding.Kind.BROKEN);
        assertThat(robbed.broken()).containsExactly(decided);
    }

    /** A case whose answer was lost is finished by somebody who looks it up. */
    private void finish(Journal journal) throws Exception {
        for (Stored.Case left : Stored.undecided(network.databases(), Set.of(CLERK))) {
            new PatientCase(desk, journal).finish(left.id(), newcomer(0));
        }
    }

    /** One at each step and one more at the acceptance, in an order that the seed gives; two in each case. */
    private static List<Kill> kills() {
        Random random = new Random(SEED);
        List<Step> steps = new ArrayList<>(EnumSet.allOf(Step.class));
        Collections.shuffle(steps, random);
        while (steps.size() < KILLS) {
            steps.add(Step.ACCEPT);
        }
        List<Kill> kills = new ArrayList<>();
        for (Step step : steps) {
            boolean within = random.nextBoolean();
            kills.add(new Kill(
                    step,
                    step.asked() == Part.PERMIT_SERVICE
                            ? List.of(Part.PERMIT_SERVICE)
                            : List.of(Part.PERMIT_SERVICE, step.asked()),
                    Duration.ofMillis(within ? 1 + random.nextInt(LONGEST_INTO_MILLIS) : 0)));
        }
        return kills;
    }

    private SigningKey.Token token(String account) {
        return tokenKeys
                .key()
                .token()
                .issuer(network.issuer().toString())
                .audience("tongban-api")
                .subject(account)
                .expiresIn(Duration.ofHours(1));
    }

    private static Applicant newcomer(int number) {
        return Applicant.newcomer(
                IdentityNumber.beginning("33999819900101%03d".formatted(number)).canonical());
    }

    /** The processes of the network, which are started again as they were. */
    private record Processes(RunningParts parts) implements Mortals {

        @Override
        public void kill(Part part) throws InterruptedException {
            parts.lose(part, "KILL");
        }

        @Override
        public void startAgain(Part part) throws InterruptedException {
            parts.startAgain(part);
        }
    }
}
