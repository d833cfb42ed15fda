package io.tongban.bench.load;

import java.io.IOException;

/** What each worker does again and again. */
@FunctionalInterface
public interface Work {

    /**
     * Does it once.
     *
     * @param worker from 0
     * @param steps what is told how long each step took
     * @throws Failed if an answer was not the one expected
     */
    void once(int worker, Steps steps) throws IOException, InterruptedException;

    /** An answer that was not expected, by its kind, such as {@code 503 lane-full}. */
    final class Failed extends RuntimeException {

        public Failed(String kind) {
            super(kind, null, false, false);
        }
    }
}
