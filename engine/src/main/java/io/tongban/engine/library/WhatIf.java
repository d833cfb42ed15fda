package io.tongban.engine.library;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.document.Place;
import io.tongban.engine.expression.Sides;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what a standard is read otherwise than it was published, to see what that would change, and who is told of its conditions.
 *
 * @param settings other values, by {@code criterion.setting}
 * @param otherMonthEnd where a date plus months without a corresponding day is taken to mean the other day
 * @param told of every side of a condition that decides; null: nobody asks
 */
record WhatIf(
        Map<String, DocumentNode> settings,
        Set<Place> otherMonthEnd,
        @Nullable Sides told) {

    /** As it was published. */
    static final WhatIf NOTHING = new WhatIf(Map.of(), Set.of(), null);

    WhatIf {
        settings = Map.copyOf(settings);
        otherMonthEnd = Set.copyOf(otherMonthEnd);
    }
}
