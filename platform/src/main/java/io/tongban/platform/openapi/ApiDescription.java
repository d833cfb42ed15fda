package io.tongban.platform.openapi;

import java.util.Set;

/**
 * What a service says about its interface as a whole, as a bean.
 *
 * @param authorities every authority that its endpoint rules ask for: {@code ROLE_…} for a role, {@code SCOPE_…} for a
 *     scope
 */
public record ApiDescription(String title, String text, Set<String> authorities) {

    public ApiDescription {
        authorities = Set.copyOf(authorities);
    }
}
