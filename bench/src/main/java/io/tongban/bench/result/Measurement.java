package io.tongban.bench.result;

import java.nio.file.Path;

/** Something that is measured beside its reference. */
@FunctionalInterface
public interface Measurement {

    /**
     * Measures it.
     *
     * @param data where a network keeps its data
     */
    Report run(Path data) throws Exception;
}
