package io.tongban.sandbox.preflight;

import java.nio.file.Path;

/** What the launcher asks of a machine before it starts anything. */
public interface Machine {

    boolean isPortTaken(int port);

    /** The ports from which the system gives one to whoever opens a connection without asking for a port. */
    PortRange ephemeralPorts();

    /** Space that a file in the folder, or where the folder will be, may still take. */
    long usableDiskMebibytes(Path folder);

    /** Memory that new processes can have without others being swapped out. */
    long availableMemoryMebibytes();
}
