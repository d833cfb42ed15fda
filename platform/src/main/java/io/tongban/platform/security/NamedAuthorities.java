package io.tongban.platform.security;

import java.util.Set;

/** Every authority that the endpoint rules of a service ask for: {@code ROLE_…} for a role, {@code SCOPE_…} for a scope. */
@FunctionalInterface
public interface NamedAuthorities {

    Set<String> authorities();
}
