package io.tongban.permit.casefile.stated;

import io.tongban.permit.casefile.stated.FactsBody.ResidenceBody;
import io.tongban.permit.casefile.stated.FactsBody.StatedFacts;
import io.tongban.platform.clock.BusinessClock;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A registration of residence that has happened by the day of the application: what is to come is registered when it comes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RegisteredByApplication.Check.class)
@interface RegisteredByApplication {

    String message() default "{field.registered-after-application}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares with the day that the facts are for, and places the mistake at the date of the registration. */
    final class Check implements ConstraintValidator<RegisteredByApplication, StatedFacts> {

        private final BusinessClock clock;

        Check(BusinessClock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(StatedFacts facts, ConstraintValidatorContext context) {
            @Nullable ResidenceBody residence = facts.residence();
            LocalDate registeredOn = residence == null ? null : residence.registeredOn();
            LocalDate appliedOn = Objects.requireNonNullElseGet(facts.appliedOn(), clock::today);
            if (registeredOn == null || !registeredOn.isAfter(appliedOn)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("residence")
                    .addPropertyNode("registeredOn")
                    .addConstraintViolation();
            return false;
        }
    }
}
