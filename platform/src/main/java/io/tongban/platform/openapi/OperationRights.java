package io.tongban.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/** Says who may call an operation, by asking the endpoint rules themselves, so that the two cannot differ. */
final class OperationRights {

    static final String SCHEME = "token";

    /** The authorities of which a caller needs one, for readers of the description that are programs. */
    static final String NEEDS = "x-needs-one-of";

    private static final SecurityRequirement NO_TOKEN = new SecurityRequirement();
    private static final SecurityRequirement TOKEN = new SecurityRequirement().addList(SCHEME);

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+}");
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private final WebInvocationPrivilegeEvaluator rules;
    private final Set<String> authorities;

    OperationRights(WebInvocationPrivilegeEvaluator rules, Set<String> authorities) {
        this.rules = rules;
        this.authorities = new TreeSet<>(authorities);
    }

    /** @param knowsCaller whether the operation looks at the token */
    void describe(Operation operation, HttpMethod method, String path, boolean knowsCaller) {
        String address = VARIABLE.matcher(path).replaceAll("x");
        if (mayCall(method, address, NOBODY)) {
            operation.setSecurity(knowsCaller ? List.of(NO_TOKEN, TOKEN) : List.of());
            addToText(operation, knowsCaller ? "For everyone; a token is looked at if there is one." : "For everyone.");
            return;
        }
        operation.setSecurity(List.of(TOKEN));
        if (authorities.isEmpty() || mayCall(method, address, bearerOf())) {
            addToText(operation, "For everyone who is signed in.");
            return;
        }
        List<String> sufficient = authorities.stream()
                .filter(authority -> mayCall(method, address, bearerOf(authority)))
                .map(OperationRights::inWords)
                .toList();
        if (sufficient.isEmpty()) {
            throw new IllegalStateException(
                    "No authority of the description opens " + method + " " + path + ": " + authorities);
        }
        operation.addExtension(NEEDS, sufficient);
        addToText(operation, "Needs the " + String.join(" or the ", sufficient) + ".");
    }

    private boolean mayCall(HttpMethod method, String address, Authentication caller) {
        return rules.isAllowed("", address, method.name(), caller);
    }

    private static void addToText(Operation operation, String sentence) {
        operation.setDescription(List.of(Objects.requireNonNullElse(operation.getDescription(), ""), sentence).stream()
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n")));
    }

    private static String inWords(String authority) {
        return authority.replaceFirst("^ROLE_", "role ").replaceFirst("^SCOPE_", "scope ");
    }

    private static Authentication bearerOf(String... authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "somebody", "", AuthorityUtils.createAuthorityList(authorities));
    }
}
