package io.tongban.platform.servicetoken;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/**
 * A service's own token by client credentials: held, renewed by one caller at a time before it ends, and used to its end while
 * the identity provider is away.
 */
public final class ServiceToken {

    private final String registration;
    private final OAuth2AuthorizedClientManager clients;
    private final OAuth2AuthorizedClientService held;
    private final Clock systemClock;
    private final OAuth2AuthorizeRequest request;
    private final ReentrantLock renewing = new ReentrantLock();

    ServiceToken(
            String registration,
            OAuth2AuthorizedClientManager clients,
            OAuth2AuthorizedClientService held,
            Clock systemClock) {
        this.registration = registration;
        this.clients = clients;
        this.held = held;
        this.systemClock = systemClock;
        this.request = OAuth2AuthorizeRequest.withClientRegistrationId(registration)
                .principal(registration)
                .build();
    }

    /**
     * The value of an Authorization header.
     *
     * @throws ServiceTokenUnavailable if no token can be had and none is valid
     */
    public String authorization() {
        if (!renewing.tryLock()) {
            OAuth2AccessToken valid = valid();
            if (valid != null) {
                return header(valid); // whoever renews it is not waited for
            }
            renewing.lock();
        }
        try {
            return header(renewedIfDue());
        } finally {
            renewing.unlock();
        }
    }

    /** Gives up a token that was not accepted. */
    public void forget(String authorization) {
        renewing.lock();
        try {
            OAuth2AccessToken valid = valid();
            if (valid != null && header(valid).equals(authorization)) {
                held.removeAuthorizedClient(registration, registration);
            }
        } finally {
            renewing.unlock();
        }
    }

    private OAuth2AccessToken renewedIfDue() {
        @Nullable OAuth2AuthorizationException failure = null;
        try {
            OAuth2AuthorizedClient client = clients.authorize(request);
            if (client != null) {
                return client.getAccessToken();
            }
        } catch (OAuth2AuthorizationException e) {
            failure = e;
        }
        OAuth2AccessToken valid = valid();
        if (valid == null) {
            throw new ServiceTokenUnavailable(registration, failure);
        }
        return valid;
    }

    private @Nullable OAuth2AccessToken valid() {
        @Nullable OAuth2AuthorizedClient client = held.loadAuthorizedClient(registration, registration);
        if (client == null) {
            return null;
        }
        @Nullable Instant end = client.getAccessToken().getExpiresAt();
        return end != null && systemClock.instant().isBefore(end) ? client.getAccessToken() : null;
    }

    private static String header(OAuth2AccessToken token) {
        return "Bearer " + token.getTokenValue();
    }
}
