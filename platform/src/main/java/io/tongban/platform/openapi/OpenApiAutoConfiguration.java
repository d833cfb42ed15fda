package io.tongban.platform.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.tongban.platform.argument.HeaderArgument;
import io.tongban.platform.paging.PageRequest;
import io.tongban.platform.problem.ProblemAutoConfiguration;
import io.tongban.platform.problem.ProblemTexts;
import io.tongban.platform.security.AskedRules;
import io.tongban.platform.security.Caller;
import io.tongban.platform.security.EndpointRules;
import io.tongban.platform.security.SecurityAutoConfiguration;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Describes the interface of a service that has springdoc. */
@AutoConfiguration(after = {ProblemAutoConfiguration.class, SecurityAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(OperationCustomizer.class)
public class OpenApiAutoConfiguration {

    /** The description is for everyone. */
    @Bean
    EndpointRules descriptionRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, "/openapi", "/openapi.yaml")
                .permitAll();
    }

    @Bean
    @ConditionalOnMissingBean
    ApiDescription apiDescription(@Value("${spring.application.name:service}") String name) {
        return new ApiDescription(name, "", Set.of());
    }

    @Bean
    RequestArgument caller() {
        return RequestArgument.ofToken(Caller.class);
    }

    @Bean
    RequestArgument pageRequest() {
        return new RequestArgument(PageRequest.class, () -> List.of(after(), limit()), List.of());
    }

    @Bean
    OperationCustomizer operationDescriber(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            ObjectProvider<RequestArgument> arguments,
            ObjectProvider<HeaderArgument<?>> headers,
            AskedRules rules,
            ApiDescription description,
            ProblemTexts texts) {
        List<RequestArgument> known = Stream.concat(
                        arguments.orderedStream(), headers.orderedStream().map(RequestArgument::of))
                .toList();
        known.forEach(argument -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(argument.type()));
        return new OperationDescriber(
                mappings,
                known,
                new OperationRights(rules),
                new OperationProblems(texts),
                new OperationExamples(OperationExample.all(OperationExample.class.getClassLoader())));
    }

    @Bean
    OpenApiCustomizer documentDescriber(ApiDescription description) {
        return new DocumentDescriber(description);
    }

    /** First of the converters, which makes it the last that is asked: it asks no other. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        ModelResolver.enumsAsRef = true; // one enum in a generated client, not one for each place where it stands
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    @Bean
    ModelConverter recordSchemas(ObjectMapperProvider mappers) {
        return new RecordSchemas(mappers);
    }

    private static Parameter after() {
        return new QueryParameter()
                .name("after")
                .description("The next of the page before; absent for the first page.")
                .schema(new StringSchema().maxLength(512));
    }

    private static Parameter limit() {
        IntegerSchema limit = new IntegerSchema();
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.LARGEST));
        limit.setDefault(PageRequest.DEFAULT);
        return new QueryParameter()
                .name("limit")
                .description("The most items of the page.")
                .schema(limit);
    }
}
