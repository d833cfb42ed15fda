package io.tongban.engine.command;

/** How a subcommand ends. */
public final class ExitCode {

    /** Nothing was found. */
    public static final int OK = 0;

    /** Differences, failures or findings were printed. */
    public static final int FOUND = 1;

    /** Something that was named cannot be used: arguments, a file, a standard, a server. */
    public static final int UNUSABLE = 2;

    private ExitCode() {}
}
