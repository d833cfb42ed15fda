package io.tongban.platform.paging;

import io.tongban.platform.problem.InvalidRequest;
import io.tongban.platform.problem.Problem;
import io.tongban.platform.request.QueryArgument;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted, from {@code ?after=…&limit=…}; a controller takes it as a parameter.
 *
 * @param after the cursor that the page before gave as {@code next}; null for the first page
 * @param limit the most items wanted, 1 to {@value #LARGEST}
 */
public record PageRequest(
        @Nullable @Size(max = CURSOR_LENGTH) String after,
        @Min(1) @Max(LARGEST) int limit) implements QueryArgument {

    public static final int LARGEST = 200;
    public static final int DEFAULT = 50;
    private static final int CURSOR_LENGTH = 512;

    /** The problem of a cursor that is not what a page before gave as {@code next}. */
    public static Problem notACursor() {
        return InvalidRequest.parameter("after", "not-a-cursor", String.class, Map.of("maxLength", CURSOR_LENGTH));
    }

    /**
     * The cursor of a list that is read on behind an id; null for the first page.
     *
     * @throws Problem {@code not-a-cursor} if it is no id
     */
    public @Nullable UUID afterId() {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException noId) {
            throw notACursor();
        }
    }

    public PageRequest {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("limit must be 1 to " + LARGEST + ", was " + limit);
        }
    }
}
