package io.tongban.platform.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted, from {@code ?after=…&limit=…}; a controller takes it as a parameter.
 *
 * @param after the cursor that the page before gave as {@code next}; null for the first page
 * @param limit the most items wanted, 1 to {@value #LARGEST}
 */
public record PageRequest(@Nullable String after, int limit) {

    public static final int LARGEST = 200;
    public static final int DEFAULT = 50;

    public PageRequest {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("limit must be 1 to " + LARGEST + ", was " + limit);
        }
    }
}
