package io.tongban.permit.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done because of a limit.
 *
 * @param what in a word
 * @param nextOn the next day on which the limit asks for something; null if none is known
 */
public record LimitStep(DueLimit of, String what, @Nullable LocalDate nextOn) {}
