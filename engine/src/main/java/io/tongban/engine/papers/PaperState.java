package io.tongban.engine.papers;

/** What was found of a paper after it was shown. */
public enum PaperState {
    /** Nothing stands against it. */
    HOLDS,
    /** A reviewer doubts that it is genuine, and has not found yet whether it is: it counts, and a person decides. */
    DOUBTED,
    /** Something is wrong with it that was there to be seen when it was shown: it counts as not brought. */
    DEFECTIVE,
    /** It was found not to be genuine: it counts as not brought. */
    FALSE
}
