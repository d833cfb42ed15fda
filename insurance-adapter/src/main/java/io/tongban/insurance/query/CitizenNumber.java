package io.tongban.insurance.query;

import io.tongban.form.IdentityNumber;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a citizen's identity number; a bureau is asked about no other. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CitizenNumber.Check.class)
@interface CitizenNumber {

    String message() default "{field.citizen-number}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether it is one. */
    final class Check implements ConstraintValidator<CitizenNumber, String> {

        @Override
        public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
            return number == null || IdentityNumber.of(number).kind() == IdentityNumber.Kind.CITIZEN;
        }
    }
}
