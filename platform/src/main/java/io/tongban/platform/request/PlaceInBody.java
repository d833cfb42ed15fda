package io.tongban.platform.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tongban.platform.problem.ExpectedForm;
import io.tongban.platform.problem.ShownName;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Where in a body a constraint is violated, as whoever wrote the body calls the place.
 *
 * @param pointer a JSON pointer with the names of the wire
 * @param owner the type of the object whose member it is
 * @param member its name in the code; null for a whole object
 * @param element the element of the member, where it is one
 */
record PlaceInBody(
        String pointer, Class<?> owner, @Nullable String member, Path.@Nullable ContainerElementNode element) {

    /** An element of a set has no place of its own; a key of a map is a name that the request gives. */
    static PlaceInBody of(ConstraintViolation<?> violation, Class<?> body) {
        StringBuilder pointer = new StringBuilder("#");
        ResolvableType type = ResolvableType.forClass(body);
        Class<?> owner = body;
        String member = null;
        Path.ContainerElementNode element = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(ShownName.of(String.valueOf(node.getKey())));
            }
            if (node.isInIterable() && node.getKind() == ElementKind.PROPERTY) {
                type = element(type);
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                owner = type.resolve(Object.class);
                member = node.getName();
                element = null;
                Optional<RecordComponent> component = component(owner, member);
                if (component.isEmpty() && violation.getConstraintDescriptor().getAnnotation() instanceof AssertTrue) {
                    return new PlaceInBody(
                            pointer.toString(), owner, null, null); // a question, such as isPeriodInOrder
                }
                pointer.append('/').append(onTheWire(component, member));
                type = component
                        .map(found -> ResolvableType.forType(found.getGenericType()))
                        .orElse(ResolvableType.NONE);
            } else if (node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                element = node.as(Path.ContainerElementNode.class);
            }
        }
        return new PlaceInBody(pointer.toString(), owner, member, element);
    }

    ExpectedForm expected(Validator validator) {
        if (member == null) {
            return ExpectedForm.of(Object.class);
        }
        PropertyDescriptor property = validator.getConstraintsForClass(owner).getConstraintsForProperty(member);
        if (property == null) { // its object says what is wrong with it
            return component(owner, member)
                    .map(component -> ExpectedForm.of(component.getType()))
                    .orElse(ExpectedForm.of(Object.class));
        }
        Optional<? extends ElementDescriptor> described = element == null
                ? Optional.of(property)
                : property.getConstrainedContainerElementTypes().stream()
                        .filter(type -> Objects.equals(type.getTypeArgumentIndex(), element.getTypeArgumentIndex()))
                        .findFirst();
        return described.map(PlaceInBody::form).orElse(ExpectedForm.of(Object.class));
    }

    private static ExpectedForm form(ElementDescriptor described) {
        ExpectedForm form = ExpectedForm.of(described.getElementClass());
        for (ConstraintDescriptor<?> constraint : described.getConstraintDescriptors()) {
            form = form.within(constraint.getAnnotation());
        }
        return form;
    }

    private static ResolvableType element(ResolvableType container) {
        boolean map = Map.class.isAssignableFrom(container.toClass());
        return container.isArray() ? container.getComponentType() : container.getGeneric(map ? 1 : 0);
    }

    /** How JSON names a member: a record cannot have one that is called {@code case}. */
    private static String onTheWire(Optional<RecordComponent> component, @Nullable String name) {
        return component
                .map(found -> found.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElse(String.valueOf(name));
    }

    private static Optional<RecordComponent> component(Class<?> type, @Nullable String name) {
        return Stream.ofNullable(type.getRecordComponents())
                .flatMap(Arrays::stream)
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }
}
