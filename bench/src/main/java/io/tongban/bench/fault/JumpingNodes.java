package io.tongban.bench.fault;

import io.tongban.sandbox.network.Part;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The wall clock of one service after the other jumps, and back. */
record JumpingNodes(List<Part> services, Duration ahead, Duration lasts) implements Harm {

    JumpingNodes {
        services = List.copyOf(services);
    }

    @Override
    public List<Duration> to(HarmedNetwork network, Clerks clerks, Watch watch)
            throws IOException, SQLException, InterruptedException, LeftOut {
        if (!network.clocks().whyNot().isEmpty()) {
            throw new LeftOut(network.clocks().whyNot());
        }
        return Harm.inTurn(services.stream()
                        .map(service -> Harm.lasting(
                                lasts,
                                harmed -> harmed.clocks().jump(service, ahead),
                                harmed -> harmed.clocks().jump(service, Duration.ZERO)))
                        .toList())
                .to(network, clerks, watch);
    }
}
