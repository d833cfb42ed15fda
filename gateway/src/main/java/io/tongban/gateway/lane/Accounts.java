package io.tongban.gateway.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tongban.platform.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** The places that single accounts have within one lane, so that one of them does not fill it. */
final class Accounts {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final Lane lane;
    private final int places;
    private final Counter refused;
    private final Map<String, Integer> inside = new HashMap<>();

    /**
     * The accounts of a lane.
     *
     * @param places how many calls of one account may be inside at the same time
     */
    Accounts(Lane lane, int places, MeterRegistry meters) {
        this.lane = lane;
        this.places = places;
        this.refused = Counter.builder("tongban.lane.calls")
                .description("Calls at the entrance of the lane")
                .tag("lane", lane.word())
                .tag("result", "account-busy")
                .register(meters);
    }

    /**
     * Takes a place, which {@link #leave} gives back.
     *
     * @throws Problem if the account has none left
     */
    void enter(String account) {
        synchronized (inside) {
            int taken = inside.getOrDefault(account, 0);
            if (taken < places) {
                inside.put(account, taken + 1);
                return;
            }
        }
        refused.increment();
        throw Problem.of(LaneProblem.ACCOUNT_BUSY)
                .with("lane", lane.word())
                .with("places", places)
                .with("retryAfter", 1)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    void leave(String account) {
        synchronized (inside) {
            inside.computeIfPresent(account, (known, taken) -> taken == 1 ? null : taken - 1);
        }
    }
}
