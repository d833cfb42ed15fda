package io.tongban.sandbox.preflight;

/**
 * Something on the machine that keeps the network from starting.
 *
 * @param problem what is wrong, with its figures
 * @param remedy what to do about it
 */
public record Obstacle(String problem, String remedy) {

    @Override
    public String toString() {
        return "tongban: " + problem + "\n         " + remedy;
    }
}
