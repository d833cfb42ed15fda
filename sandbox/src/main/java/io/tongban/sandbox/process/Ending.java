package io.tongban.sandbox.process;

/** The signals that end a kind of process, each with the seconds it has before the next; at last comes KILL. */
public enum Ending {
    /** A JVM closes on TERM. */
    JVM("TERM:3"),
    /** PostgreSQL: INT is its fast shutdown, QUIT its immediate one. */
    POSTGRES("INT:2,QUIT:1");

    private final String plan;

    Ending(String plan) {
        this.plan = plan;
    }

    String plan() {
        return plan;
    }
}
