package io.tongban.platform.openapi;

import io.tongban.platform.problem.ProblemType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation whose {@code value} lists the problems, constants of one enum of {@link ProblemType}, that a
 * controller's method can answer beside those of the platform.
 *
 * <p>An annotation's member must name its enum, so each enum has an annotation of its own, {@code Answers}, inside it. Such an
 * annotation may stand on another one, which then brings its problems along.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface DeclaresProblems {}
