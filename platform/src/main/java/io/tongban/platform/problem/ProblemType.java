package io.tongban.platform.problem;

import java.util.Locale;
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

    HttpStatus status();

    /** The last part of {@code /errors/<slug>}, which is the contract; the constant's name in kebab-case. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
