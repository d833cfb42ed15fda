package io.tongban.sandbox.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each step of the story must answer, and every difference from it. */
final class Expectations {

    private final List<String> differences = new ArrayList<>();
    private int checked;

    void expect(String what, @Nullable Object expected, @Nullable Object actual) {
        checked++;
        if (!Objects.equals(expected, actual)) {
            differences.add(what + ": expected " + expected + ", got " + actual);
        }
    }

    /** The answer, if it has the status; a story cannot go on without it. */
    Answer require(int status, Answer answer) {
        checked++;
        if (answer.status() != status) {
            differences.add(answer.call() + ": expected " + status + ", got " + answer.status() + " " + answer.body());
            throw new CannotGoOn(answer.call());
        }
        return answer;
    }

    int checked() {
        return checked;
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    /** A step failed on which the next ones stand; the difference is among the differences. */
    static final class CannotGoOn extends RuntimeException {

        private CannotGoOn(String call) {
            super(call);
        }
    }
}
