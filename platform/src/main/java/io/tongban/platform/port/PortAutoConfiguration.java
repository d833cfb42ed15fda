package io.tongban.platform.port;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Bounds how long a client is waited for on every port. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(PortProperties.class)
public class PortAutoConfiguration {

    @Bean
    EveryPort headsInTime(PortProperties properties) {
        return server -> {
            server.setProtocol(HeadsInTime.class.getName());
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof HeadsInTime heads) {
                    heads.within(properties.headWithin());
                }
            });
        };
    }
}
