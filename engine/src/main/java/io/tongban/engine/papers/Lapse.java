package io.tongban.engine.papers;

import io.tongban.engine.rule.NamedPaper;
import java.time.LocalDate;

/**
 * A paper that will lapse soon.
 *
 * @param on its last valid day
 */
public record Lapse(NamedPaper paper, LocalDate on) {}
