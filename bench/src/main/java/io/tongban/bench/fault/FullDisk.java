package io.tongban.bench.fault;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The disk on which cases and ledgers lie is full for a while. */
record FullDisk(Duration lasts) implements Harm {

    @Override
    public List<Duration> to(HarmedNetwork network, Clerks clerks, Watch watch)
            throws IOException, SQLException, InterruptedException, LeftOut {
        try (SmallDisk disk = SmallDisk.under(network.city().databases())) {
            watch.untilClerksAreAtWork();
            return Harm.lasting(lasts, harmed -> disk.fill(), harmed -> disk.free())
                    .to(network, clerks, watch);
        } catch (SmallDisk.NotHere notAllowed) {
            throw new LeftOut("no disk can be mounted here: " + notAllowed.getMessage());
        }
    }
}
