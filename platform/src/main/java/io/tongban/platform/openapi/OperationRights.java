package io.tongban.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.tongban.platform.security.AskedRules;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/** Says who may call an operation, by asking the endpoint rules themselves, so that the two cannot differ. */
final class OperationRights {

    static final String SCHEME = "token";

    /** The authorities of which a caller needs one, for readers of the description that are programs. */
    static final String NEEDS = "x-needs-one-of";

    private static final SecurityRequirement NO_TOKEN = new SecurityRequirement();
    private static final SecurityRequirement TOKEN = new SecurityRequirement().addList(SCHEME);

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+}");

    private final AskedRules rules;

    OperationRights(AskedRules rules) {
        this.rules = rules;
    }

    /** @param knowsCaller whether the operation looks at the token */
    void describe(Operation operation, HttpMethod method, String path, boolean knowsCaller) {
        String address = VARIABLE.matcher(path).replaceAll("x");
        if (rules.letEverybody(method, address)) {
            operation.setSecurity(knowsCaller ? List.of(NO_TOKEN, TOKEN) : List.of());
            addToText(operation, knowsCaller ? "For everyone; a token is looked at if there is one." : "For everyone.");
            return;
        }
        operation.setSecurity(List.of(TOKEN));
        if (rules.letWhoIsSignedIn(method, address)) {
            addToText(operation, "For everyone who is signed in.");
            return;
        }
        List<String> sufficient = rules.sufficient(method, address);
        if (sufficient.isEmpty()) {
            throw new IllegalStateException("No authority of the description opens " + method + " " + path);
        }
        operation.addExtension(NEEDS, sufficient);
        addToText(operation, "Needs the " + String.join(" or the ", sufficient) + ".");
    }

    private static void addToText(Operation operation, String sentence) {
        operation.setDescription(List.of(Objects.requireNonNullElse(operation.getDescription(), ""), sentence).stream()
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n")));
    }
}
