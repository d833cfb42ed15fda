package io.tongban.permit.casefile.visitpass;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitPassProperties.class)
class VisitPassConfiguration {

    @Bean
    VisitPassVerifier visitPassVerifier(VisitPassProperties properties, Clock systemClock)
            throws MalformedURLException {
        return new VisitPassVerifier(keys(properties), systemClock);
    }

    private static JWKSource<SecurityContext> keys(VisitPassProperties properties) throws MalformedURLException {
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(
                Math.toIntExact(properties.connectTimeout().toMillis()),
                Math.toIntExact(properties.readTimeout().toMillis()),
                50_000);
        Duration fetching = properties.connectTimeout().plus(properties.readTimeout());
        return JWKSourceBuilder.<SecurityContext>create(properties.jwkSetUri().toURL(), retriever)
                .cache(properties.keysFor().toMillis(), fetching.multipliedBy(2).toMillis())
                .refreshAheadCache(false)
                .rateLimited(
                        false) // an unknown key may be a new one: the pass of an honest clerk must not wait for a limit
                .outageTolerant(properties.keysThroughOutage().toMillis())
                .build();
    }
}
