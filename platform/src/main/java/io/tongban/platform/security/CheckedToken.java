package io.tongban.platform.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** A good token with what follows from it, so that a token that is shown many times is read once. */
final class CheckedToken extends Jwt {

    private final transient Caller caller;
    private final transient Collection<GrantedAuthority> authorities;

    CheckedToken(Jwt token) {
        super(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), token.getHeaders(), token.getClaims());
        this.caller = Caller.read(token);
        this.authorities = List.copyOf(Tokens.readAuthorities(token));
    }

    Caller caller() {
        return caller;
    }

    Collection<GrantedAuthority> authorities() {
        return authorities;
    }
}
