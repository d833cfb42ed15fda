package io.tongban.platform.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** An error that is answered as problem details; its fields and texts hold no personal data. */
public final class Problem extends RuntimeException {

    private final transient ProblemType type;
    private final transient Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private final transient List<InvalidPlace> places = new ArrayList<>();
    private transient HttpStatus status;

    private Problem(ProblemType type, @Nullable Throwable cause, boolean isFailureOfOurs) {
        super("/errors/" + type.slug(), cause, true, isFailureOfOurs);
        this.type = type;
        this.status = type.status();
    }

    /** Has a stack only if it is a failure of ours, which is logged: a refusal must cost little, since floods are made of them. */
    public static Problem of(ProblemType type) {
        return new Problem(type, null, type.status().is5xxServerError());
    }

    /** A refusal, whatever its status: for want of places, say. It has no stack. */
    public static Problem refusal(ProblemType type) {
        return new Problem(type, null, false);
    }

    /** A problem whose cause is logged, and never shown to the client. */
    public static Problem of(ProblemType type, Throwable cause) {
        return new Problem(type, cause, true);
    }

    /** The problem for a status that Spring or the container has chosen. */
    public static Problem of(HttpStatusCode status, HttpHeaders headers) {
        Problem problem = Problem.of(
                switch (status.value()) {
                    case 401 -> GeneralProblem.NOT_SIGNED_IN;
                    case 403 -> GeneralProblem.NOT_ALLOWED;
                    case 404 -> GeneralProblem.NOT_FOUND;
                    case 405 -> GeneralProblem.METHOD_NOT_ALLOWED;
                    case 406 -> GeneralProblem.NOT_ACCEPTABLE;
                    case 413 -> GeneralProblem.BODY_TOO_LARGE;
                    case 415 -> GeneralProblem.UNSUPPORTED_MEDIA_TYPE;
                    case 422 -> GeneralProblem.INVALID_REQUEST;
                    case 501 -> GeneralProblem.NOT_IMPLEMENTED;
                    case 503 -> GeneralProblem.UNAVAILABLE;
                    case 505 -> GeneralProblem.VERSION_NOT_SUPPORTED;
                    default -> status.is4xxClientError() ? GeneralProblem.BAD_REQUEST : GeneralProblem.INTERNAL;
                });
        for (String name : new String[] {HttpHeaders.ALLOW, HttpHeaders.ACCEPT, HttpHeaders.RETRY_AFTER}) {
            String value = headers.getFirst(name);
            if (value != null) {
                problem.header(name, value);
            }
        }
        return problem;
    }

    /**
     * Adds a member that the service itself knows; words that the caller sent go through {@link #withSent}. {@code {field}} in the
     * type's texts is replaced by its value.
     */
    public Problem with(String field, @Nullable Object value) {
        fields.put(field, value);
        return this;
    }

    /** Adds a word that the caller sent; one that could be more than a word, such as a person's name or number, is not repeated. */
    public Problem withSent(String field, String word) {
        return with(field, ShownName.of(word));
    }

    /** The thing is named in the query or the body of a request and is not what its address stands for: 422, not 404. */
    public Problem namedInRequest() {
        status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!type.statuses().contains(status)) {
            throw new IllegalStateException(getMessage() + " never answers " + status.value());
        }
        return this;
    }

    /** Adds the places at which the request is not valid. */
    Problem at(List<InvalidPlace> invalid) {
        places.addAll(invalid);
        return this;
    }

    /** Adds a header to the answer. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public HttpStatus status() {
        return status;
    }

    public Map<String, @Nullable Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    List<InvalidPlace> places() {
        return Collections.unmodifiableList(places);
    }

    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }
}
