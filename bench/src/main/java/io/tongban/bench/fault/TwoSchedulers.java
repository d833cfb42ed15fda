package io.tongban.bench.fault;

import io.tongban.bench.fault.Wires.Way;
import io.tongban.sandbox.fault.Stored;
import io.tongban.sandbox.network.BusinessClocks;
import io.tongban.sandbox.network.Part;
import io.tongban.sandbox.network.Replica;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Cases wait for a source, and on the next morning two replicas of permit-service settle them over one database; one of the two is killed
 * while they do.
 *
 * @param silent for how long the source is silent, in which cases come to wait
 */
record TwoSchedulers(Duration silent) implements Harm {

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(4);
    private static final Duration TOGETHER = Duration.ofSeconds(3);
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    @Override
    public List<Duration> to(HarmedNetwork network, Clerks clerks, Watch watch)
            throws IOException, SQLException, InterruptedException, LeftOut {
        Wire source = network.wires().of(new Way(Part.INSURANCE_ADAPTER, Part.BUREAUX));
        source.die();
        Harm.sleep(silent);
        source.mend();
        Replica other = network.city().network().replica(Part.PERMIT_SERVICE);
        clerks.meanwhile(
                () -> { // no pass outlives its day
                    BusinessClocks clocks = network.city().network().clocks();
                    clocks.set(nextMorning(clocks.now().orElseThrow()));
                    clocks.join(other);
                });
        Harm.sleep(TOGETHER);
        other.process().signal("KILL");
        long killed = System.nanoTime();
        awaitSettled(network, clerks, killed);
        return List.of(watch.untilWhole(killed));
    }

    private static OffsetDateTime nextMorning(OffsetDateTime now) {
        OffsetDateTime next = now.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next.with(MORNING);
    }

    private static void awaitSettled(HarmedNetwork network, Clerks clerks, long sinceNanos)
            throws IOException, SQLException, InterruptedException {
        while (Stored.undecided(network.city().databases(), clerks.accounts()).stream()
                .anyMatch(file -> file.status().equals("PROVISIONAL"))) {
            if (System.nanoTime() - sinceNanos > SETTLED_WITHIN.toNanos()) {
                throw new IOException("not all cases settled within " + SETTLED_WITHIN);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
