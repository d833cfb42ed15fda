package io.tongban.engine.basis;

import io.tongban.engine.rule.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A law or published list that a standard is based on.
 *
 * @param from first day in force
 * @param until last day in force; null: still
 * @param text where the text is kept in the library; null where it is not
 */
public record LegalSource(
        Text title,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String text,
        Origin origin) {}
