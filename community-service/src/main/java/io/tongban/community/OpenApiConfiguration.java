package io.tongban.community;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.tongban.platform.idempotency.IdempotentCreate;
import io.tongban.platform.security.Caller;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API at {@code /openapi}: what the signatures of the controllers do not say. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "token";

    OpenApiConfiguration() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class); // read from the token, never sent
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tongban community service")
                        .version("v1")
                        .description("The network of windows, and the truth about visits."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    @Bean
    OperationCustomizer tokensAndKeys() {
        return (operation, method) -> {
            if (takesCaller(method.getMethod().getParameterTypes())) {
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            }
            if (method.hasMethodAnnotation(IdempotentCreate.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name("Idempotency-Key")
                        .required(true)
                        .schema(new StringSchema().maxLength(255)));
            }
            return operation;
        };
    }

    private static boolean takesCaller(Class<?>[] parameters) {
        for (Class<?> parameter : parameters) {
            if (parameter == Caller.class) {
                return true;
            }
        }
        return false;
    }
}
