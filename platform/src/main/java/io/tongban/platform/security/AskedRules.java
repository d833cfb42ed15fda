package io.tongban.platform.security;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/** Who may call an address, by asking the endpoint rules themselves: what is said of them cannot differ from them. */
public final class AskedRules {

    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private final WebInvocationPrivilegeEvaluator rules;
    private final Set<String> authorities;

    public AskedRules(WebInvocationPrivilegeEvaluator rules, Set<String> authorities) {
        this.rules = rules;
        this.authorities = new TreeSet<>(authorities);
    }

    public boolean letEverybody(HttpMethod method, String address) {
        return mayCall(method, address, NOBODY);
    }

    public boolean letWhoIsSignedIn(HttpMethod method, String address) {
        return authorities.isEmpty() || mayCall(method, address, bearerOf());
    }

    /** The authorities of which each is enough, in the words of a description; none if no named one is. */
    public List<String> sufficient(HttpMethod method, String address) {
        return authorities.stream()
                .filter(authority -> mayCall(method, address, bearerOf(authority)))
                .map(AskedRules::inWords)
                .toList();
    }

    private boolean mayCall(HttpMethod method, String address, Authentication caller) {
        return rules.isAllowed("", address, method.name(), caller);
    }

    private static String inWords(String authority) {
        return authority.replaceFirst("^ROLE_", "role ").replaceFirst("^SCOPE_", "scope ");
    }

    private static Authentication bearerOf(String... authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "somebody", "", AuthorityUtils.createAuthorityList(authorities));
    }
}
