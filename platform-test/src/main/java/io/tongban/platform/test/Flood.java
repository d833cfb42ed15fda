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

/** Calls at the same time: one of them sixty times, which is many more than a pool has connections, or several different ones. */
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

        List<Integer> answers = atOnce(Collections.nCopies(AT_ONCE, call), meanwhile);

        assertThat(answers).isSubsetOf(status, UNAVAILABLE);
        assertThat(Collections.frequency(answers, status))
                .as("of %d answers, those with %d", AT_ONCE, status)
                .isGreaterThan(AT_ONCE / 2);
    }

    /** Sends different calls at the same time, and gives what each of them gave. */
    public static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        return atOnce(calls, () -> {});
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls, Runnable meanwhile)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> sent = calls.stream().map(callers::submit).toList();
            meanwhile.run();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : sent) {
                answers.add(one.get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS));
            }
            return answers;
        }
    }
}
