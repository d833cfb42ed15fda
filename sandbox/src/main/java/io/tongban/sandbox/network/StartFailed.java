package io.tongban.sandbox.network;

import io.tongban.sandbox.preflight.Obstacle;

/** The network could not be started; the message says why, and what to do. */
public class StartFailed extends RuntimeException {

    StartFailed(String problem, String remedy) {
        super(new Obstacle(problem, remedy).toString());
    }
}
