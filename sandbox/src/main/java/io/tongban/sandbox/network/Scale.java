package io.tongban.sandbox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For how many people a network is started, and what it may lose. */
public enum Scale {
    /** For one person who looks at it: small, started quickly. */
    DEMO,
    /** As the chart runs it: both compilers, the pools of the services' own settings, and what was answered is on disk. */
    CITY;

    /** How a service is started. */
    List<String> service(Part part, List<String> arguments) {
        return switch (this) {
            case DEMO ->
                Jvm.small(
                        160,
                        with(
                                List.of(
                                        "-Xms24m",
                                        "-Xss512k",
                                        "-XX:MaxMetaspaceSize=192m",
                                        "-XX:ReservedCodeCacheSize=48m"),
                                arguments));
            // 60 percent of the 768 MiB that the chart gives a service.
            case CITY -> Jvm.command(460, with(List.of(collector(part)), arguments));
        };
    }

    private static String collector(Part part) {
        return part == Part.GATEWAY ? "-XX:+UseParallelGC" : "-XX:+UseSerialGC";
    }

    /** How the stand-in for bureaux is started. */
    List<String> bureaux(List<String> arguments) {
        return switch (this) {
            case DEMO -> Jvm.small(24, arguments);
            case CITY -> Jvm.command(128, with(List.of("-XX:+UseSerialGC"), arguments));
        };
    }

    /** The settings of the database server. */
    Map<String, String> server() {
        return switch (this) {
            // The data need not survive a power cut; the end of a process loses nothing.
            case DEMO -> Map.of("shared_buffers", "32MB", "max_connections", "60", "fsync", "off");
            case CITY -> Map.of("shared_buffers", "512MB", "max_connections", "120", "max_wal_size", "4GB");
        };
    }

    /** What a service is told of its pool of connections. */
    Map<String, String> pool() {
        return switch (this) {
            case DEMO ->
                Map.of("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "12", "SPRING_DATASOURCE_HIKARI_MINIMUMIDLE", "1");
            case CITY -> Map.of();
        };
    }

    private static List<String> with(List<String> options, List<String> arguments) {
        List<String> all = new ArrayList<>(options);
        all.addAll(arguments);
        return all;
    }
}
