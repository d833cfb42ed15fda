package io.tongban.sandbox.process;

import java.nio.file.Path;

/** The script that ends a process group when its standard input ends. */
public record Guard(Path script) {

    public static Guard of(Path root) {
        return new Guard(root.resolve("sandbox/src/main/bash/guard"));
    }
}
