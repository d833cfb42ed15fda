package io.tongban.bench.fault;

import io.tongban.bench.lifecycle.Newcomers;
import io.tongban.sandbox.fault.Account;
import io.tongban.sandbox.fault.PatientCase;
import io.tongban.sandbox.fault.Stored;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One fault under load, and the account of it. */
final class FaultRun {

    private static final Duration FINISHED_WITHIN = Duration.ofMinutes(3);
    private static final long BETWEEN_TRIES_SECONDS = 3;

    private final HarmedNetwork network;
    private final Newcomers newcomers;

    FaultRun(HarmedNetwork network, Newcomers newcomers) {
        this.network = network;
        this.newcomers = newcomers;
    }

    Suffered of(Fault fault) throws IOException, SQLException, InterruptedException {
        Clerks clerks = Clerks.at(network, fault.name(), newcomers);
        List<Duration> recoveries;
        try (clerks) {
            Watch watch = new Watch(network, clerks);
            watch.untilClerksAreAtWork();
            recoveries = fault.harm().to(network, clerks, watch);
            watch.untilClerksAreAtWork();
        } catch (Harm.LeftOut leftOut) {
            return Suffered.leftOut(fault, String.valueOf(leftOut.getMessage()));
        }
        finish(clerks);
        Stored stored = Stored.of(
                network.city().databases(), clerks.accounts(), clerks.watch().reviewer(), clerks.journal());
        return new Suffered(
                fault,
                "",
                recoveries,
                clerks.journal().count(),
                stored.cases().size(),
                stored.waited(),
                Account.of(clerks.journal(), stored, fault.sources()),
                clerks.journal().unforeseen());
    }

    /** What the fault has left on its way is brought to its decision; a source that failed may be left alone for a while yet. */
    private void finish(Clerks clerks) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        List<Stored.Case> left = left(clerks);
        while (!left.isEmpty() && System.nanoTime() - began < FINISHED_WITHIN.toNanos()) {
            for (Stored.Case file : left) {
                new PatientCase(clerks.watch(), clerks.journal()).finish(file.id(), clerks.newcomer());
            }
            left = left(clerks);
            if (!left.isEmpty()) {
                TimeUnit.SECONDS.sleep(BETWEEN_TRIES_SECONDS);
            }
        }
    }

    private List<Stored.Case> left(Clerks clerks) throws SQLException {
        return Stored.undecided(network.city().databases(), clerks.accounts());
    }
}
