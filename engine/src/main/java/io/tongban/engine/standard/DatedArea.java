package io.tongban.engine.standard;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * An area of a setting, with the months in which it belongs to it.
 *
 * @param first null: always before
 * @param last null: no end
 */
public record DatedArea(
        String area, @Nullable YearMonth first, @Nullable YearMonth last) {}
