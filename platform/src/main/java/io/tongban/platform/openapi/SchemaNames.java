package io.tongban.platform.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;

/** Names the schema of a nested type after its outer types too: several shapes have a part of the same name. */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : getNameOfClass(outer) + type.getSimpleName();
    }
}
