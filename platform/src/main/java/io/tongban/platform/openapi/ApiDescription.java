package io.tongban.platform.openapi;

import io.tongban.platform.security.NamedAuthorities;
import java.util.Set;

/**
 * What a service says about its interface as a whole, as a bean.
 *
 * @param authorities every authority that its endpoint rules ask for: {@code ROLE_…} for a role, {@code SCOPE_…} for a
 *     scope
 */
public record ApiDescription(String title, String text, Set<String> authorities) implements NamedAuthorities {

    public ApiDescription {
        authorities = Set.copyOf(authorities);
    }
}
