package io.tongban.community.permitservice;

import java.util.List;
import java.util.UUID;

/** Tells permit-service of ended visits until all were heard; each replica tells what it finds. */
final class TellEndedVisits implements Runnable {

    private static final int AT_ONCE = 100;

    private final UntoldEnds untold;
    private final PermitService permitService;

    TellEndedVisits(UntoldEnds untold, PermitService permitService) {
        this.untold = untold;
        this.permitService = permitService;
    }

    @Override
    public void run() {
        List<UUID> ended = untold.oldest(AT_ONCE);
        while (!ended.isEmpty()) {
            permitService.tell(ended);
            untold.remove(ended);
            ended = untold.oldest(AT_ONCE);
        }
    }
}
