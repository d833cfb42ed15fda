package io.tongban.platform.argument;

import io.tongban.platform.request.ReadHeaders;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take every argument that a bean resolves. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ArgumentAutoConfiguration {

    @Bean
    ReadHeaders headersOfArguments(ObjectProvider<HeaderArgument<?>> arguments) {
        return new ReadHeaders(arguments.stream().map(HeaderArgument::header).collect(Collectors.toSet()));
    }

    @Bean
    WebMvcConfigurer resolvedArguments(ObjectProvider<HandlerMethodArgumentResolver> beans) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                beans.orderedStream().forEach(resolvers::add);
            }
        };
    }
}
