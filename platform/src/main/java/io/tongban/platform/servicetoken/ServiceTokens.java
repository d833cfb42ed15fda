package io.tongban.platform.servicetoken;

import io.tongban.platform.DeploymentProperties;
import io.tongban.platform.tls.BelievedAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** The tokens of a service, one for each service that it calls. */
public final class ServiceTokens {

    private final ClientRegistrationRepository registrations;
    private final ServiceTokenProperties properties;
    private final Clock systemClock;
    private final DeploymentProperties deployment;

    ServiceTokens(
            ClientRegistrationRepository registrations,
            ServiceTokenProperties properties,
            Clock systemClock,
            DeploymentProperties deployment) {
        this.registrations = registrations;
        this.properties = properties;
        this.systemClock = systemClock;
        this.deployment = deployment;
    }

    /** The token of a registration below {@code spring.security.oauth2.client.registration}. */
    public ServiceToken of(String registration) {
        ClientRegistration client = registrations.findByRegistrationId(registration);
        if (client == null) {
            throw new IllegalArgumentException(
                    "spring.security.oauth2.client.registration." + registration + " is not set");
        }
        BelievedAddress.inside(
                URI.create(client.getProviderDetails().getTokenUri()), "the identity provider's tokens", deployment);
        ClientCredentialsOAuth2AuthorizedClientProvider provider =
                new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(tokenEndpoint());
        provider.setClock(systemClock);
        provider.setClockSkew(properties.renewedBefore());
        OAuth2AuthorizedClientService held = new InMemoryOAuth2AuthorizedClientService(registrations);
        AuthorizedClientServiceOAuth2AuthorizedClientManager clients =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, held);
        clients.setAuthorizedClientProvider(provider);
        return new ServiceToken(registration, clients, held, systemClock);
    }

    private RestClientClientCredentialsTokenResponseClient tokenEndpoint() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        RestClientClientCredentialsTokenResponseClient endpoint = new RestClientClientCredentialsTokenResponseClient();
        endpoint.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return endpoint;
    }
}
