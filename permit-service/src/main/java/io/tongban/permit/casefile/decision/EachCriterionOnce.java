package io.tongban.permit.casefile.decision;

import io.tongban.permit.casefile.decision.DecisionBodies.DecisionBody;
import io.tongban.permit.casefile.decision.DecisionBodies.ReasonBody;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reasons of which no two name the same criterion. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EachCriterionOnce.Check.class)
@interface EachCriterionOnce {

    String message() default "{field.repeated}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Places the mistake at the later one. */
    final class Check implements ConstraintValidator<EachCriterionOnce, DecisionBody> {

        @Override
        public boolean isValid(DecisionBody body, ConstraintValidatorContext context) {
            List<@Nullable ReasonBody> reasons = Objects.requireNonNullElse(body.reasons(), List.of());
            Set<String> named = new HashSet<>();
            boolean isValid = true;
            for (int i = 0; i < reasons.size(); i++) {
                @Nullable ReasonBody reason = reasons.get(i);
                if (reason != null && reason.criterion() != null && !named.add(reason.criterion())) {
                    context.disableDefaultConstraintViolation();
                    context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                            .addPropertyNode("reasons")
                            .addPropertyNode("criterion")
                            .inIterable()
                            .atIndex(i)
                            .addConstraintViolation();
                    isValid = false;
                }
            }
            return isValid;
        }
    }
}
