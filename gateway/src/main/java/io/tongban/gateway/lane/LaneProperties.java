package io.tongban.gateway.lane;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much each lane lets through, per replica.
 *
 * @param lanes the limits of every lane; none may be left out
 */
@Validated
@ConfigurationProperties("tongban")
record LaneProperties(@Valid Map<Lane, @Valid Limits> lanes) {

    LaneProperties(@Nullable Map<Lane, Limits> lanes) {
        this.lanes = Map.copyOf(Objects.requireNonNullElse(lanes, Map.of()));
        Set<Lane> missing = EnumSet.allOf(Lane.class);
        missing.removeAll(this.lanes.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(missing.stream()
                    .map(lane -> "tongban.lanes." + lane.word())
                    .collect(Collectors.joining(", ", "set places, per-second and burst of ", "")));
        }
    }

    /**
     * The limits of one lane.
     *
     * @param places how many calls may be inside at the same time
     * @param perSecond how many calls may begin in a second, in the long run
     * @param burst how many may begin at once after a quiet while
     */
    record Limits(
            @Min(1) int places,
            @Min(1) int perSecond,
            @Min(1) int burst) {}
}
