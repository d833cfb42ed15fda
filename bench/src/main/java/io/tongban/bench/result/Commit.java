package io.tongban.bench.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Which state of the project was measured. */
final class Commit {

    private Commit() {}

    static String of(Path root) {
        String commit = git(root, "rev-parse", "--short", "HEAD");
        return git(root, "status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + " with changes";
    }

    private static String git(Path root, String... arguments) {
        try {
            ProcessBuilder git = new ProcessBuilder("git");
            git.command().addAll(List.of(arguments));
            Process process = git.directory(root.toFile()).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "unknown";
        }
    }
}
