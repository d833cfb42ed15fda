package io.tongban.platform.database;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who gets how many connections.
 *
 * @param reserved connections of the pool that are kept for each lane, by its name; {@code own-work} is for what comes in no lane.
 *     Together at most the size of the pool; what is not reserved is for all
 */
@ConfigurationProperties("tongban.database")
record DatabaseProperties(Map<String, Integer> reserved) {

    DatabaseProperties(@Nullable Map<String, Integer> reserved) {
        this.reserved = reserved == null ? Map.of() : Map.copyOf(reserved);
    }
}
