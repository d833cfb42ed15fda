package io.tongban.platform.database;

import org.jspecify.annotations.Nullable;

/** The lane in which the gateway let the current request in; none for what a service does by itself. */
public final class CurrentLane {

    /** How the gateway names it to a service, and a service to the next. */
    public static final String HEADER = "Tongban-Lane";

    private static final ThreadLocal<@Nullable String> LANE = new ThreadLocal<>();

    private CurrentLane() {}

    static @Nullable String name() {
        return LANE.get();
    }

    static void enter(@Nullable String lane) {
        LANE.set(lane);
    }

    static void leave() {
        LANE.remove();
    }
}
