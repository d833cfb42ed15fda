package io.tongban.platform.problem;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validation messages in English in which only the constraint's own figures are filled in, never the value. */
final class ValuelessMessages implements MessageInterpolator {

    private final MessageInterpolator figures = new ParameterMessageInterpolator();

    @Override
    public String interpolate(String template, Context context) {
        return figures.interpolate(template, context, Locale.ENGLISH);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return interpolate(template, context);
    }
}
