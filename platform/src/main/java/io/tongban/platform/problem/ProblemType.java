package io.tongban.platform.problem;

import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * One kind of error a client can meet; an enum per feature implements it.
 *
 * <p>Each constant has a row in {@code docs/errors.md} and its texts in {@code problems/<module>.properties} and
 * {@code problems/<module>_zh.properties}.
 */
public interface ProblemType {

    /** The constant's name. */
    String name();

    /** The status of its answers; of several the usual one. */
    HttpStatus status();

    /** All statuses of its answers. What is not there is a 404 at its address and a 422 where a request names it. */
    default Set<HttpStatus> statuses() {
        return Set.of(status());
    }

    /** The last part of {@code /errors/<slug>}, which is the contract; the constant's name in kebab-case. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
