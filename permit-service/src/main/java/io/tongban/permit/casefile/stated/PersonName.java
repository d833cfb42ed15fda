package io.tongban.permit.casefile.stated;

import io.tongban.form.PlainName;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name of a person that can be sent to a bureau: with a letter in it and without control characters; in the one form of names,
 * which can be longer than what was written, no longer than it may be written.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PersonName.Check.class)
@interface PersonName {

    String message() default "{field.person-name}";

    /** Named by the text about a form that is too long. */
    int min() default 1;

    /** Named by the text about a form that is too long. */
    int max() default PlainName.LONGEST;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the name in its one form; what is blank or too long as it was written, other constraints say. */
    final class Check implements ConstraintValidator<PersonName, String> {

        private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
        private static final Pattern LETTER = Pattern.compile("\\p{L}");

        @Override
        public boolean isValid(@Nullable String written, ConstraintValidatorContext context) {
            if (written == null || written.isBlank() || isTooLong(written)) {
                return true;
            }
            String plain = PlainName.of(written).text();
            if (CONTROL.matcher(written).find()) {
                return says("{field.control-characters}", context);
            }
            return isTooLong(plain)
                    ? says("{field.size}", context)
                    : LETTER.matcher(plain).find();
        }

        private static boolean isTooLong(String name) {
            return name.codePointCount(0, name.length()) > PlainName.LONGEST;
        }

        private static boolean says(String text, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(text).addConstraintViolation();
            return false;
        }
    }
}
