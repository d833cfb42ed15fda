package io.tongban.gateway.route;

import io.tongban.platform.StartRefused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are and how long they may take.
 *
 * @param routes the address of each service
 * @param timeouts how long each service may take
 * @param relayedHeaders the request headers that services are sent; all others are dropped
 */
@Validated
@ConfigurationProperties("tongban")
record RouteProperties(
        @Nullable Routes routes,
        @NotNull @Valid PerService timeouts,
        @NotEmpty Set<String> relayedHeaders) {

    /** Refuses the start when one is not set, rather than every call. */
    URI address(Backend backend) {
        String setting = "tongban.routes." + backend.word();
        URI address = routes == null ? null : routes.of(backend);
        if (address == null) {
            throw new StartRefused(
                    setting + " is not set, so its addresses would lead nowhere.",
                    "Set " + setting + " to the address of " + backend.word() + ", for example http://127.0.0.1:8401.");
        }
        boolean plain = Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && Set.of("", "/").contains(Objects.requireNonNullElse(address.getRawPath(), ""))
                && address.getRawQuery() == null;
        if (!plain) {
            throw new StartRefused(
                    setting + " is '" + address + "', which is not the address of a server.",
                    "Set " + setting + " to scheme, host and port only, for example http://127.0.0.1:8401.");
        }
        return address;
    }

    Timeouts timeouts(Backend backend) {
        return switch (backend) {
            case PERMIT_SERVICE -> timeouts.permitService();
            case COMMUNITY_SERVICE -> timeouts.communityService();
        };
    }

    /** The address of each service, without a path. */
    record Routes(@Nullable URI permitService, @Nullable URI communityService) {

        @Nullable
        URI of(Backend backend) {
            return switch (backend) {
                case PERMIT_SERVICE -> permitService;
                case COMMUNITY_SERVICE -> communityService;
            };
        }
    }

    /** The time-outs of each service. */
    record PerService(
            @NotNull Timeouts permitService, @NotNull Timeouts communityService) {}

    /**
     * How long one service may take.
     *
     * @param connect until it accepts a connection
     * @param answer until it begins to answer, and between any two pieces of its answer
     */
    record Timeouts(@NotNull Duration connect, @NotNull Duration answer) {

        Timeouts {
            if (!connect.isPositive() || !answer.isPositive()) {
                throw new IllegalArgumentException("connect and answer must be longer than nothing");
            }
        }
    }
}
