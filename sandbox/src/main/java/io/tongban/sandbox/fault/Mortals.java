package io.tongban.sandbox.fault;

import io.tongban.sandbox.network.Part;

/** The parts of a network, as far as they can die. */
public interface Mortals {

    /** Kills a part (SIGKILL), and returns when it is gone. */
    void kill(Part part) throws InterruptedException;

    /** Starts a part again that was killed, and returns when it is ready. */
    void startAgain(Part part) throws InterruptedException;
}
