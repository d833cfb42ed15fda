package io.tongban.sandbox.fault;

import io.tongban.sandbox.network.Part;
import java.time.Duration;
import java.util.List;

/**
 * A kill of parts of a network at a step of a case.
 *
 * @param into how long after the step was sent; zero: before it is sent
 */
public record Kill(Step step, List<Part> parts, Duration into) {

    public Kill {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        String names = String.join(" and ", parts.stream().map(Part::label).toList());
        return into.isZero() ? names + " before " + step : names + " " + into.toMillis() + " ms into " + step;
    }
}
