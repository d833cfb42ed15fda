package io.tongban.platform.test.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds constraints of request bodies whose violation would be placed where no caller can write anything: at a property of the
 * code that the description does not have. A question that is to be answered with yes ({@link AssertTrue}) is placed at its
 * object.
 */
public final class BodyConstraints {

    private final Validator validator;

    public BodyConstraints(Validator validator) {
        this.validator = validator;
    }

    /** Those of all bodies that a service of this description takes. */
    public List<String> strays(RequestMappingHandlerMapping mapping, RestTestClient http) {
        JsonNode document = JsonMapper.shared()
                .readTree(http.get()
                        .uri("/openapi")
                        .exchange()
                        .returnResult(byte[].class)
                        .getResponseBody());
        List<MethodParameter> bodies = mapping.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getName().startsWith("io.tongban"))
                .map(HandlerMethod::getMethodParameters)
                .flatMap(Stream::of)
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .toList();
        if (bodies.isEmpty()) {
            return List.of("no operation takes a body");
        }
        return bodies.stream()
                .map(MethodParameter::getParameterType)
                .flatMap(body -> strays(body, document).stream())
                .distinct()
                .toList();
    }

    private List<String> strays(Class<?> body, JsonNode document) {
        JsonNode schema = document.path("components").path("schemas").path(body.getSimpleName());
        return schema.isMissingNode()
                ? List.of(body.getSimpleName() + " is not described")
                : strays(body, new DescribedShape(document, schema));
    }

    List<String> strays(Class<?> body, DescribedShape shape) {
        List<String> strays = new ArrayList<>();
        for (PropertyDescriptor property :
                validator.getConstraintsForClass(body).getConstrainedProperties()) {
            // A getter that is no component is described like a member, and yet nobody can send it.
            Optional<DescribedShape> member =
                    component(body, property.getPropertyName()).flatMap(found -> shape.at(onTheWire(found)));
            if (member.isPresent()) {
                within(property, member.get(), strays);
            } else if (!asks(property)) {
                strays.add(body.getSimpleName() + "." + property.getPropertyName());
            }
        }
        return strays;
    }

    private <D extends ElementDescriptor & CascadableDescriptor & ContainerDescriptor> void within(
            D value, DescribedShape shape, List<String> strays) {
        if (value.isCascaded()) {
            strays.addAll(strays(value.getElementClass(), shape));
        }
        value.getConstrainedContainerElementTypes()
                .forEach(element -> shape.at(shape.schema().has("items") ? "0" : "*")
                        .ifPresent(each -> within(element, each, strays)));
    }

    private static boolean asks(ElementDescriptor property) {
        return property.getConstraintDescriptors().stream()
                .allMatch(constraint -> constraint.getAnnotation() instanceof AssertTrue);
    }

    private static Optional<RecordComponent> component(Class<?> type, String name) {
        return Stream.ofNullable(type.getRecordComponents())
                .flatMap(Arrays::stream)
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }

    private static String onTheWire(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }
}
