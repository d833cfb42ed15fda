package io.tongban.platform.port;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Says what a client may take its time for, and how much it may say, on every port. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(PortProperties.class)
public class PortAutoConfiguration {

    /** More than there is room for in a head, each with its comma. */
    private static final int MOST_LANGUAGES = 32 * 1024;

    /** The container lets whoever reads the eleventh language fail, and here everybody reads them. */
    @Bean
    EveryPort anyNumberOfLanguages() {
        return server -> server.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(MOST_LANGUAGES));
    }

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
