package io.tongban.engine.standard;

/**
 * Who decides: the body of this kind that is responsible for where the applicant is registered or lives.
 *
 * @param kind a kind of authority, such as {@code police}
 */
public record Responsibility(String kind, By by) {

    /** What finds the body of the kind. */
    public enum By {
        RESIDENCE
    }
}
