package io.tongban.permit.casefile.stated;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that a paper or a person could name. Forecasts run month by month: a year that nobody means would keep a window waiting
 * for nothing.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlausibleDay.Check.class)
public @interface PlausibleDay {

    String message() default "{field.plausible-day}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the year. */
    final class Check implements ConstraintValidator<PlausibleDay, LocalDate> {

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= 1900 && day.getYear() <= 2200);
        }
    }
}
