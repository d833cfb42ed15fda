package io.tongban.engine.command.remote;

import java.util.List;

/** A command that ends early, with what there is to say about it: what happened, where, and how to mend it. */
final class CannotGoOn extends Exception {

    private final int exitCode;

    CannotGoOn(int exitCode, List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
