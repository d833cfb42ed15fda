package io.tongban.insurance.query;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.tongban.platform.security.EndpointRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Says who may ask and how the interface is described. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryProperties.class)
class QueryConfiguration {

    private static final String TOKEN = "token";

    @Bean
    EndpointRules insuranceEndpoints() {
        return requests -> requests.requestMatchers(HttpMethod.POST, ContributionQueryController.PATH)
                .hasAuthority("SCOPE_contributions:read")
                .requestMatchers(HttpMethod.GET, "/openapi", "/openapi.yaml")
                .permitAll();
    }

    @Bean
    OpenAPI insuranceDescription() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tongban insurance adapter")
                        .version("v1")
                        .description("Contribution records of the bureaux, read at the source. For services only."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("Service account with the scope contributions:read")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
