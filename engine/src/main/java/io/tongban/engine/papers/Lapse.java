package io.tongban.engine.papers;

import java.time.LocalDate;

/**
 * A paper that will lapse soon.
 *
 * @param paper its kind, a contract with {@code :unit}
 * @param on its last valid day
 */
public record Lapse(String paper, LocalDate on) {}
