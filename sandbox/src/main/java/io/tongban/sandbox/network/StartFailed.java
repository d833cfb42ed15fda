package io.tongban.sandbox.network;

import io.tongban.sandbox.preflight.Obstacle;
import java.io.IOException;

/** The network could not be started; the message says why, and what to do. */
public class StartFailed extends RuntimeException {

    StartFailed(String problem, String remedy) {
        super(new Obstacle(problem, remedy).toString());
    }

    /** A file or a program that the start needs and cannot use. */
    static StartFailed because(IOException cause) {
        return new StartFailed(
                "this stopped the start: " + cause.getMessage(),
                "Mend what it names (or make room), or keep the data elsewhere: ./tongban demo --data DIR");
    }
}
