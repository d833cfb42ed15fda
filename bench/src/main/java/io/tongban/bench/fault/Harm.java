package io.tongban.bench.fault;

import io.tongban.sandbox.fault.Kill;
import io.tongban.sandbox.network.Part;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a fault does to a network under load, and how it is undone. */
@FunctionalInterface
interface Harm {

    /**
     * Does it and undoes it, as often as it is done.
     *
     * @return of each time, how long after its end a whole case went through again
     * @throws LeftOut if it cannot be done on this machine
     */
    List<Duration> to(HarmedNetwork network, Clerks clerks, Watch watch)
            throws IOException, SQLException, InterruptedException, LeftOut;

    /** Kills, one after the other; the time counts from the kill, for the start belongs to the recovery. */
    static Harm kills(List<Kill> kills) {
        return (network, clerks, watch) -> {
            List<Duration> recoveries = new ArrayList<>();
            for (Kill kill : kills) {
                recoveries.add(watch.survive(kill));
            }
            return recoveries;
        };
    }

    /** A part ends and is started again a while later; the time counts from its start. */
    static Harm away(Part part, String signal, Duration away) {
        return (network, clerks, watch) -> {
            network.parts().lose(part, signal);
            sleep(away);
            long began = System.nanoTime();
            network.parts().startAgain(part);
            return List.of(watch.untilWhole(began));
        };
    }

    /** Something lasts for a while. */
    static Harm lasting(Duration lasts, Change begin, Change end) {
        return (network, clerks, watch) -> {
            begin.to(network);
            try {
                sleep(lasts);
            } finally {
                end.to(network);
            }
            return List.of(watch.untilWhole(System.nanoTime()));
        };
    }

    /** One harm after the other, each when the network is whole again. */
    static Harm inTurn(List<Harm> harms) {
        return (network, clerks, watch) -> {
            List<Duration> recoveries = new ArrayList<>();
            for (Harm harm : harms) {
                recoveries.addAll(harm.to(network, clerks, watch));
            }
            return recoveries;
        };
    }

    /** Waits while the fault lasts. */
    static void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    /** Changes the network. */
    @FunctionalInterface
    interface Change {

        void to(HarmedNetwork network) throws IOException, InterruptedException;
    }

    /** Something that is done. */
    @FunctionalInterface
    interface Deed {

        void run() throws IOException, InterruptedException;
    }

    /** A fault that cannot be made on this machine; the message says why. */
    final class LeftOut extends Exception {

        LeftOut(String why) {
            super(why);
        }
    }
}
