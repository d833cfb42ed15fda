package io.tongban.sandbox.story;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who tries every door.
 *
 * @param words the relations that they are in; what a role or a scope is enough for is not among them
 * @param token the token for an audience, empty for none
 * @param good whether a token of this kind is one at all; one for another audience still is not accepted
 * @param headers what they show besides
 */
record DoorCaller(
        String name, Set<String> words, Function<String, String> token, boolean good, Map<String, String> headers) {

    DoorCaller {
        words = Set.copyOf(words);
        headers = Map.copyOf(headers);
    }

    /** What the token for an audience says. */
    Shown shown(String audience) {
        String text = token.apply(audience);
        JsonNode claims = text.isEmpty() ? JsonMapper.shared().createObjectNode() : claims(text);
        Set<String> authorities = new TreeSet<>();
        claims.at("/realm_access/roles").forEach(role -> authorities.add("role " + role.asString()));
        for (String scope : claims.path("scope").asString("").split(" ", -1)) {
            if (!scope.isEmpty()) {
                authorities.add("scope " + scope);
            }
        }
        JsonNode audiences = claims.path("aud");
        boolean meant = audiences.isArray()
                ? audiences.valueStream().anyMatch(one -> one.asString().equals(audience))
                : audiences.asString("").equals(audience);
        return new Shown(text, good && meant, authorities);
    }

    static JsonNode claims(String token) {
        return JsonMapper.shared()
                .readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    /** Whether they are let in where the word is. */
    boolean isIn(String word, DoorTable.Word meaning, Shown shown) {
        return shown.authorities().contains(meaning.needs()) && (!meaning.isARelation() || words.contains(word));
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A token at a service.
     *
     * @param accepted whether the service must believe it
     * @param authorities the roles and scopes, in the words of the descriptions
     */
    record Shown(String token, boolean accepted, Set<String> authorities) {

        boolean nothing() {
            return token.isEmpty();
        }

        /** Never the token. */
        @Override
        public String toString() {
            return "Shown" + authorities;
        }
    }
}
