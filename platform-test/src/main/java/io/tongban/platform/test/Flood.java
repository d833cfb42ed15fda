package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call sixty times at once: many more than a pool has connections. */
public final class Flood {

    private static final int AT_ONCE = 60;
    private static final int ANSWERED_WITHIN_SECONDS = 30;
    private static final int UNAVAILABLE = 503;

    private Flood() {}

    /**
     * Sends the call and looks at the status of each answer. A busy machine may be too slow for some of the sixty, which are told 503
     * then, as they should be; where calls wait for each other, most are.
     *
     * @param call gives the status of its answer
     * @param meanwhile what others do while the flood lasts
     */
    public static void isAnswered(int status, Callable<Integer> call, Runnable meanwhile) throws Exception {
        assertThat(call.call()).as("the call alone").isEqualTo(status);

        List<Integer> answers = send(call, meanwhile);

        assertThat(answers).isSubsetOf(status, UNAVAILABLE);
        assertThat(Collections.frequency(answers, status))
                .as("of %d answers, those with %d", AT_ONCE, status)
                .isGreaterThan(AT_ONCE / 2);
    }

    private static List<Integer> send(Callable<Integer> call, Runnable meanwhile)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                sent.add(callers.submit(call));
            }
            meanwhile.run();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : sent) {
                answers.add(one.get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS));
            }
            return answers;
        }
    }
}
