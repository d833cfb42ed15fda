package io.tongban.community.permitservice;

import io.tongban.platform.rounds.Rounds;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes the ends of visits, to be told after their commit; whether telling succeeds is nothing to who ends one. */
@Component
public class EndedVisits {

    private final UntoldEnds untold;
    private final Rounds rounds;

    EndedVisits(UntoldEnds untold, Rounds rounds) {
        this.untold = untold;
        this.rounds = rounds;
    }

    /** To be called in the transaction that ends the visit. */
    public void add(UUID visit) {
        untold.add(visit);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rounds.soon();
            }
        });
    }
}
