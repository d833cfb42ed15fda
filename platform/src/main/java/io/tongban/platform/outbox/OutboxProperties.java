package io.tongban.platform.outbox;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param gateway where they are sent to
 * @param from the time of day, by the business clock, from which they are sent
 * @param until the time of day up to which they are sent
 * @param sendEvery interval on the system clock between two looks for what is due
 * @param atOnce how many a replica claims at a time; so few that all of them are tried before their claim is over, also if the gateway is slow
 * @param claimedFor how long a message is left to a replica before it is taken to have died
 * @param retries the pauses after each try that failed; after the last one it is only shown
 * @param within how long after it was written a message is sent at all; after that it is only shown
 */
@ConfigurationProperties("tongban.outbox")
record OutboxProperties(
        @DefaultValue Gateway gateway,
        @DefaultValue("08:00") LocalTime from,
        @DefaultValue("21:00") LocalTime until,
        @DefaultValue("5s") Duration sendEvery,
        @DefaultValue("5") int atOnce,
        @DefaultValue("1m") Duration claimedFor,
        @DefaultValue({"5m", "30m", "2h", "6h"}) List<Duration> retries,
        @DefaultValue("24h") Duration within) {

    OutboxProperties {
        retries = List.copyOf(retries);
    }

    /** The longest that one try may take. */
    Duration longestTry() {
        return gateway.connectTimeout().plus(gateway.readTimeout());
    }

    /** Whether messages are sent at this time of day. */
    boolean isDaytime(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /**
     * Where messages are sent to.
     *
     * @param url none: messages are only shown
     * @param token that the gateway is shown; none: it wants none
     * @param connectTimeout for reaching it
     * @param readTimeout for its answer
     */
    record Gateway(
            @Nullable URI url,
            @Nullable String token,
            @DefaultValue("1s") Duration connectTimeout,
            @DefaultValue("5s") Duration readTimeout) {

        /** Shows no token. */
        @Override
        public String toString() {
            return "Gateway[" + url + "]";
        }
    }
}
