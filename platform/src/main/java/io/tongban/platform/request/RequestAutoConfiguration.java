package io.tongban.platform.request;

import io.tongban.platform.correlation.RequestId;
import io.tongban.platform.problem.Language;
import io.tongban.platform.problem.ProblemAutoConfiguration;
import io.tongban.platform.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Refuses requests that say more than is understood, and names every place that is not valid. */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class RequestAutoConfiguration {

    /** Bodies are JSON, answers also pages and documents. */
    private static final Set<Class<?>> CONVERTERS = Set.of(
            StrictJson.class,
            StringHttpMessageConverter.class,
            ByteArrayHttpMessageConverter.class,
            ResourceHttpMessageConverter.class);

    @Bean
    ProblemAdvice problemAdvice(ProblemWriter writer, LocalValidatorFactoryBean validator) {
        return new ProblemAdvice(writer, new ConstraintPlaces(validator), validator);
    }

    @Bean
    FilterRegistrationBean<UnreadableHeaders> unreadableHeaders(
            ObjectProvider<ReadHeaders> read, ProblemWriter writer) {
        FilterRegistrationBean<UnreadableHeaders> registration =
                new FilterRegistrationBean<>(new UnreadableHeaders(read, writer));
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(UnreadableHeaders.ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SizeOfHead> sizeOfHead(ProblemWriter writer) {
        FilterRegistrationBean<SizeOfHead> registration = new FilterRegistrationBean<>(new SizeOfHead(writer));
        registration.setOrder(SizeOfHead.ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<JsonAlone> jsonAlone(ProblemWriter writer) {
        FilterRegistrationBean<JsonAlone> registration = new FilterRegistrationBean<>(new JsonAlone(writer));
        registration.setOrder(JsonAlone.ORDER);
        return registration;
    }

    @Bean
    ReadHeaders headersOfControllers(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new ReadHeaders(mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .flatMap(method -> Stream.of(method.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestHeader.class))
                .map(ParameterNames::of)
                .collect(Collectors.toSet()));
    }

    /** Those that Spring reads for every controller, and those that tie calls together. */
    @Bean
    ReadHeaders headersOfEveryRequest() {
        return ReadHeaders.of(
                HttpHeaders.ACCEPT,
                HttpHeaders.ACCEPT_LANGUAGE,
                HttpHeaders.CONTENT_ENCODING,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_MODIFIED_SINCE,
                HttpHeaders.IF_NONE_MATCH,
                HttpHeaders.IF_UNMODIFIED_SINCE,
                HttpHeaders.RANGE,
                RequestId.HEADER,
                "traceparent",
                "tracestate");
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictRequests(JsonMapper json) {
        return converters -> converters
                .withJsonConverter(new StrictJson(json))
                .configureMessageConvertersList(
                        all -> all.removeIf(converter -> !CONVERTERS.contains(converter.getClass())));
    }

    /** Messages never evaluate expressions, so that no message can quote the rejected value. */
    @Bean
    ValidationConfigurationCustomizer valuelessMessages() {
        return configuration -> configuration.messageInterpolator(new ValuelessMessages());
    }

    /** Asked late for what is made with this. */
    @Bean
    WebMvcConfigurer strictQueries(
            ObjectProvider<LocalValidatorFactoryBean> validator,
            ObjectProvider<FormattingConversionService> conversions) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new StrictQuery(validator, conversions))
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }

            @Override
            public void addFormatters(FormatterRegistry formatters) {
                formatters.addConverter(new QueryTime());
                formatters.addConverter(String.class, LocalDate.class, CalendarDay::parse);
                // Spring's own also reads 0x10 and "1 0", which whoever reads the parameter once more may not.
                formatters.addConverter(String.class, Integer.class, Integer::valueOf);
                formatters.addConverter(String.class, Language.class, Language::tagged);
            }
        };
    }
}
