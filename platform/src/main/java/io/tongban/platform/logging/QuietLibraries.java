package io.tongban.platform.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps libraries from saying what they were given: below INFO they print headers, addresses, tokens and parameters of statements,
 * and some do so above it.
 *
 * <p>A filter and not a level, because every level can be set; what our own classes say is known, and may be turned up.
 */
final class QuietLibraries extends TurboFilter {

    private static final String OURS = "io.tongban";

    /** What is said at INFO or above and shows what was sent, or is a stack for what is said elsewhere in a line. */
    private static final Map<String, Level> QUIETER = Map.of(
            "org.apache.coyote", Level.WARN, // a head that cannot be parsed
            "org.apache.tomcat.util.http", Level.WARN, // a cookie or a query that cannot be parsed
            "org.springframework.web.servlet.PageNotFound", Level.ERROR, // addresses
            "com.zaxxer.hikari.pool.ProxyConnection", Level.ERROR); // a stack for each connection that broke

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        return maySpeak(logger.getName(), level) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private static boolean maySpeak(String logger, Level level) {
        return isWithin(logger, OURS)
                || (level.isGreaterOrEqual(Level.INFO)
                        && QUIETER.entrySet().stream()
                                .filter(quieter -> isWithin(logger, quieter.getKey()))
                                .allMatch(quieter -> level.isGreaterOrEqual(quieter.getValue())));
    }

    private static boolean isWithin(String logger, String name) {
        return logger.startsWith(name) && (logger.length() == name.length() || logger.charAt(name.length()) == '.');
    }
}
