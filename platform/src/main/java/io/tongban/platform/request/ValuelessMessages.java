package io.tongban.platform.request;

import io.tongban.platform.problem.Language;
import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.context.i18n.LocaleContextHolder;

/** Validation messages in the caller's language in which only the constraint's own figures are filled in, never the value. */
final class ValuelessMessages implements MessageInterpolator {

    private final MessageInterpolator figures = new ParameterMessageInterpolator();

    @Override
    public String interpolate(String template, Context context) {
        return interpolate(template, context, LocaleContextHolder.getLocale());
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return figures.interpolate(template, context, Language.of(locale).locale());
    }
}
