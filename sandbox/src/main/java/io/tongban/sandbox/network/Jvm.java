package io.tongban.sandbox.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java runtime that the launcher runs on, and how its children use it. */
final class Jvm {

    /** For programs that serve one person: the first compiler only, one collector thread, small object headers. */
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders");

    private static final List<String> ALWAYS = List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private Jvm() {}

    static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    static List<String> small(int heapMebibytes, List<String> arguments) {
        List<String> options = new ArrayList<>(SMALL);
        options.addAll(arguments);
        return command(heapMebibytes, options);
    }

    static List<String> command(int heapMebibytes, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(home().resolve("bin/java").toString(), "-Xmx" + heapMebibytes + "m"));
        command.addAll(ALWAYS);
        command.addAll(arguments);
        return command;
    }
}
