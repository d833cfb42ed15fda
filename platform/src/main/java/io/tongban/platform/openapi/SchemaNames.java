package io.tongban.platform.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * Names the schema of a nested type after the shapes that it lies in too: several shapes have a part of the same name. A class
 * that is no shape, such as a controller, only holds its types together.
 */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || !isShape(outer) ? type.getSimpleName() : getNameOfClass(outer) + type.getSimpleName();
    }

    private static boolean isShape(Class<?> type) {
        return type.isRecord() || type.isEnum() || type.isInterface();
    }
}
