package io.tongban.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes the interface as a whole, and puts the document into an order that does not depend on the run. */
final class DocumentDescriber implements OpenApiCustomizer {

    private static final String COMMON = """


            Errors are problem details (RFC 9457). Their titles are Chinese or English by `Accept-Language`, and `type` is what \
            a client decides by. Every answer has the header `X-Request-Id`, under which the logs have the call.\
            """;

    private final ApiDescription description;

    DocumentDescriber(ApiDescription description) {
        this.description = description;
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title(description.title())
                .version("v1")
                .description(description.text() + COMMON)
                .contact(new Contact().name("Tongban"))
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        document.setServers(List.of(new Server().url("/").description("Where this description is read.")));
        Components components = Objects.requireNonNullElseGet(document.getComponents(), Components::new);
        ProblemSchemas.addTo(components);
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        components.addSecuritySchemes(
                OperationRights.SCHEME,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(
                                "An access token; the text of each operation names the roles and scopes of which one is needed."));
        document.setComponents(components);
        Paths paths = new Paths();
        new TreeMap<>(Objects.requireNonNullElseGet(document.getPaths(), Paths::new)).forEach(paths::addPathItem);
        document.setPaths(paths);
        if (document.getTags() != null) {
            document.setTags(document.getTags().stream()
                    .sorted(Comparator.comparing(Tag::getName))
                    .toList());
        }
    }
}
