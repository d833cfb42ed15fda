package io.tongban.platform.crypto;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.tls.BelievedAddress;
import java.net.MalformedURLException;
import java.net.URI;

/** Key sets that others publish: read over HTTP, held, and held longer while their publisher is away. */
public final class RemoteKeySets {

    private static final int SIZE_LIMIT = 256 * 1024;

    private final KeySetProperties properties;
    private final DeploymentProperties deployment;

    public RemoteKeySets(KeySetProperties properties, DeploymentProperties deployment) {
        this.properties = properties;
        this.deployment = deployment;
    }

    /**
     * Keys of signatures that anybody can send: an unknown key leads to no more than a reading in half a minute, or a flood of
     * forged signatures would flood the publisher. Since the next reading may be that far away, one that fails is repeated.
     */
    public JWKSource<SecurityContext> forAnybody(URI address) {
        return keySet(address).retrying(true).build();
    }

    /**
     * Keys of signatures that only callers with a valid token can send: an unknown key is read at once, since it may be a new one
     * and an honest caller must not wait for a limit.
     */
    public JWKSource<SecurityContext> forKnownCallers(URI address) {
        return keySet(address).rateLimited(false).refreshAheadCache(false).build();
    }

    private JWKSourceBuilder<SecurityContext> keySet(URI address) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            BelievedAddress.inside(address, "a key set", deployment)
                                    .toURL(),
                            new DefaultResourceRetriever(
                                    Math.toIntExact(properties.connectTimeout().toMillis()),
                                    Math.toIntExact(properties.readTimeout().toMillis()),
                                    SIZE_LIMIT))
                    .cache(properties.heldFor().toMillis(), properties.waiting().toMillis())
                    .outageTolerant(properties.heldThroughOutage().toMillis());
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not the address of a key set: " + address, e);
        }
    }
}
