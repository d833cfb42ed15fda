package io.tongban.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What tokens say whose signature was computed, each with the one key that proved it. A token is found only while the issuer still
 * publishes that key; whether its time is over is for the caller to ask, at every call.
 *
 * @param <T> what a token says
 */
public final class ProvedTokens<T> {

    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private final JWKSource<SecurityContext> keys;
    private final Function<T, Duration> left;
    private final Cache<TokenDigest, Proved<T>> proved;

    /**
     * Nothing is remembered yet.
     *
     * @param keys those of the issuer, as they are believed at this moment
     * @param most how many tokens are remembered at most
     * @param left how long a token still counts, at the longest
     */
    public ProvedTokens(JWKSource<SecurityContext> keys, int most, Function<T, Duration> left) {
        this.keys = keys;
        this.left = left;
        this.proved = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.<TokenDigest, Proved<T>>creating((digest, token) -> left.apply(token.says())))
                .build();
    }

    /**
     * What the token says; null if its signature is still to be computed.
     *
     * @throws KeySourceException if no keys are known
     */
    public @Nullable T find(String token) throws KeySourceException {
        Proved<T> known = proved.getIfPresent(TokenDigest.of(token));
        return known != null && keys.get(ALL, null).contains(known.by()) ? known.says() : null;
    }

    /**
     * Remembers a token that was found good.
     *
     * @param by the keys that may have proved it; if they are more than one it is not known which did, and nothing is remembered
     */
    public void remember(String token, T says, List<JWK> by) {
        if (by.size() == 1 && left.apply(says).isPositive()) {
            proved.put(TokenDigest.of(token), new Proved<>(says, by.getFirst()));
        }
    }

    /** A good token and the key that proves it. */
    private record Proved<T>(T says, JWK by) {}
}
